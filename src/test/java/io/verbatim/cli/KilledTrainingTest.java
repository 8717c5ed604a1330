package io.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills trainings (SIGKILL) at moments by chance and goes on with them. By command, since each of them starts a Java
 * machine: {@code mvn test -Dgroups=stress -DexcludedGroups= -Dtest=KilledTrainingTest -Dverbatim.kills=200}.
 */
@Tag("stress")
class KilledTrainingTest {

    private static final int KILLS = Integer.getInteger("verbatim.kills", 200);
    private static final int EPOCHS = 12;

    private final Random random = new Random(Long.getLong("verbatim.fuzz.seed", 1));

    @TempDir
    private Path folder;

    @Test
    void should_come_to_the_same_bytes_however_often_it_is_killed() throws Exception {
        writeTable("train.csv", 8);
        writeTable("dev.csv", 3);
        Path out = folder.resolve("m.verbatim");
        assertThat(train(-1)).isZero();
        byte[] undisturbed = Files.readAllBytes(out);
        int kills = 0;
        int finished = 0;
        while (kills < KILLS) {
            Files.delete(out);
            // Killed at its start, within an epoch or while it writes, until one comes too late.
            while (!Files.exists(out)) {
                kills += train(random.nextInt(8)) == 0 ? 0 : 1;
            }
            assertThat(out).hasBinaryContent(undisturbed);
            finished++;
            System.out.println(kills + " kills, " + finished + " trainings finished, all alike");
        }
    }

    /**
     * Trains, and kills it a moment after a line of its progress.
     *
     * @param line the line, 0 for its start, or below 0 for no kill
     * @return the exit code
     */
    private int train(int line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.verbatim.cli.Main",
                "train"));
        command.addAll(List.of("--train", "train.csv", "--dev", "dev.csv", "--out", "m.verbatim"));
        command.addAll(List.of("--epochs", "" + EPOCHS, "--patience", "" + EPOCHS, "--ensemble", "2"));
        command.addAll(List.of("--embedding", "8", "--filters", "4", "--sentence-size", "8", "--context-size", "8"));
        command.addAll(List.of("--learning-rate", "0.01", "--buckets", "8", "--min-count", "1"));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader progress = process.errorReader(StandardCharsets.UTF_8)) {
            StringBuilder seen = new StringBuilder();
            for (int i = 0; line < 0 || i < line; i++) {
                String next = progress.readLine();
                if (next == null) {
                    break;
                }
                seen.append(next).append('\n');
            }
            if (line >= 0) {
                // An epoch takes some ten milliseconds, the start some seconds.
                process.waitFor(random.nextInt(line == 0 ? 4000 : 60), TimeUnit.MILLISECONDS);
                process.destroyForcibly();
            }
            int code = process.waitFor();
            assertThat(code).as(seen.toString()).isIn(0, 128 + 9);
            return code;
        }
    }

    private void writeTable(String name, int articles) throws IOException {
        StringBuilder table = new StringBuilder("article,paragraph,sentence,text,label\n");
        for (int i = 0; i < articles; i++) {
            String row = name.charAt(0) + "/" + i + ",0,";
            table.append(row).append("0,Ferry ").append(i).append(" stopped on Monday.,narrative\n");
            table.append(row)
                    .append("1,\"“It will run again,” owner ")
                    .append(i)
                    .append(" said.\",direct\n");
            table.append(row)
                    .append("2,The minister denied that it was ")
                    .append(i)
                    .append(".,paraphrase\n");
        }
        Files.writeString(folder.resolve(name), table);
    }
}
