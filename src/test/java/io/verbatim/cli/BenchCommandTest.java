package io.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.verbatim.model.Models;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void should_measure_a_model_with_the_articles_of_a_table() throws IOException {
        Path model = Files.write(folder.resolve("m.verbatim"), Models.small(1).toBytes());
        Path table = Files.writeString(
                folder.resolve("t.csv"), "article,paragraph,sentence,text\na,0,0,Rain fell.\na,1,0,The pier closed.\n");

        int code = run("bench", "--model", model, "--data", table, "--seconds", "0.05", "--threads", "2");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("small 1")
                .contains("1 of 2 sentences")
                .containsPattern("pre-split, one thread +[0-9,]+ sentences a CPU-second")
                .containsPattern("one article +p50 \\d+, p99 \\d+, p99.9 \\d+ microseconds")
                .containsPattern("start to first label +\\d+\\.\\d\\d s of CPU");
    }

    @Test
    void should_refuse_a_time_that_is_none() {
        assertThat(run("bench", "--seconds", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--seconds").contains("above 0");
    }

    @Test
    void should_refuse_a_table_without_articles() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "article,paragraph,sentence,text\n");

        assertThat(run("bench", "--data", table)).isEqualTo(2);
        assertThat(err.toString()).contains("t.csv");
    }

    private int run(Object... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] strings = new String[arguments.length];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = arguments[i].toString();
        }
        return commandLine.execute(strings);
    }
}
