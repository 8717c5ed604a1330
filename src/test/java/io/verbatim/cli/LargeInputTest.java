package io.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Very large articles in a heap of 512 MB, by command: {@code -Dgroups=stress -DexcludedGroups=}. */
@Tag("stress")
class LargeInputTest {

    private static final int BYTES = 50_000_000;
    private static final List<String> SENTENCES = List.of(
            "“We saw the boat,” she said, and the boys’ coats were wet.",
            "The ferry stopped on Monday and nobody on the island knew why.",
            "The minister denied that any promise had been made to the 300 owners.",
            "\"It will run again,\" Ann Lind told reporters, \"and soon.\"",
            "Rain fell on the town for three days, the council said in a report.");

    private static final Random RANDOM = new Random(1);

    @TempDir
    private static Path folder;

    private static double usual;

    /** Processor time for a sentence of articles of the usual length. */
    @BeforeAll
    static void measureTheUsual() throws Exception {
        Path file = folder.resolve("usual.jsonl");
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 25_000; i++) {
                StringBuilder text = new StringBuilder();
                for (int s = 0; s < 30; s++) {
                    text.append(sentence().replace("\"", "\\\"")).append(s % 3 == 2 ? "\\n\\n" : " ");
                }
                out.write("{\"id\":\"a" + i + "\",\"text\":\"" + text + "\"}\n");
            }
        }
        usual = label(file, OutputFormat.text, 750_000);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void should_label_fifty_megabytes_of_one_line(OutputFormat format) throws Exception {
        Path file = folder.resolve("line.txt");
        int sentences = 0;
        try (Writer out = Files.newBufferedWriter(file)) {
            for (long written = 0; written < BYTES; sentences++) {
                String sentence = sentence() + " ";
                out.write(sentence);
                written += sentence.length();
            }
        }

        assertThat(label(file, format, sentences)).isLessThan(2 * usual);
    }

    @Test
    void should_label_a_hundred_thousand_paragraphs() throws Exception {
        Path file = folder.resolve("paragraphs.txt");
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 100_000; i++) {
                out.write(sentence() + " " + sentence() + " " + sentence() + "\n\n");
            }
        }

        assertThat(label(file, OutputFormat.text, 300_000)).isLessThan(2 * usual);
    }

    private static String sentence() {
        return SENTENCES.get(RANDOM.nextInt(SENTENCES.size()));
    }

    /** Labels a file in a Java machine of its own; returns its processor time for a sentence in microseconds. */
    private static double label(Path file, OutputFormat format, int sentences)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.verbatim.cli.Main",
                        "label",
                        "--format",
                        format.name(),
                        "--out",
                        folder.resolve("out").toString(),
                        file.toString())
                .inheritIO()
                .start();
        Duration used = Duration.ZERO;
        // The time of a process can be asked for only while it runs.
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            used = process.info().totalCpuDuration().orElse(used);
        }
        assertThat(process.exitValue()).isZero();
        double each = used.toNanos() / 1e3 / sentences;
        System.out.printf("%s as %s: %.1f microseconds a sentence%n", file.getFileName(), format, each);
        return each;
    }
}
