package io.verbatim.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the job's processes the hard way; each job is a process of its own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KillTest {

    private static final int FILES = 6;
    private static final int ARTICLES = 1500;
    private static final int SENTENCES = 6;
    private static final int POLL_MILLIS = 5;

    @TempDir
    private Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void writeArchive() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        for (int i = 0; i < FILES; i++) {
            Archives.write(in.resolve(i + ".jsonl"), i * ARTICLES, (i + 1) * ARTICLES);
        }
    }

    @Test
    void should_have_every_article_once_after_the_driver_is_killed() throws IOException, InterruptedException {
        Process killed = start("local[2]");
        waitUntil(killed, () -> Files.exists(out.resolve("_batches/00001.json")));
        killed.destroyForcibly().waitFor();
        assertThat(out.resolve("_SUCCESS")).doesNotExist();
        assertThat(out.resolve("_batches/00005.json")).doesNotExist();

        Process again = start("local[2]");

        assertThat(again.waitFor()).isZero();
        assertEveryArticleOnce();
    }

    @Test
    @Tag("stress")
    void should_have_every_article_once_after_an_executor_is_killed() throws IOException, InterruptedException {
        Process job = start("local-cluster[2,1,1024]");
        waitUntil(job, () -> Files.exists(out.resolve("_batches/00000.json")));

        // The executors are all that a local cluster starts.
        ProcessHandle executor = job.children().findFirst().orElseThrow();
        assertThat(executor.destroyForcibly()).isTrue();
        executor.onExit().join();
        assertThat(out.resolve("_batches/00005.json")).doesNotExist();

        assertThat(job.waitFor()).isZero();
        assertEveryArticleOnce();
    }

    private void assertEveryArticleOnce() throws IOException {
        assertThat(out.resolve("_SUCCESS")).exists();
        Map<String, Long> sentences = Archives.rows(out.resolve("labels")).stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.get("article")), Collectors.counting()));
        assertThat(sentences).hasSize(FILES * ARTICLES);
        assertThat(sentences.values()).containsOnly((long) SENTENCES);
        assertThat(out.resolve("refused")).doesNotExist();
    }

    private Process start(String master) throws IOException {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@src/spark/java-options",
                "-Xmx1g",
                "-cp",
                classPath,
                "-Dspark.master=" + master,
                "-Dspark.ui.enabled=false",
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.executor.extraClassPath=" + classPath,
                LabelJob.class.getName(),
                "--batch",
                "1",
                "--format",
                "jsonl",
                "--out",
                out.toString(),
                in.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        // The worker of a local cluster starts executors with the jars of a Spark at home; ours have the class path.
        Path home = Files.createDirectories(folder.resolve("spark"));
        Files.createDirectories(home.resolve("jars"));
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        return builder.start();
    }

    private void waitUntil(Process process, BooleanSupplier condition) throws IOException, InterruptedException {
        while (!condition.getAsBoolean()) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        "the job ended before it was killed: " + Files.readString(folder.resolve("log")));
            }
        }
    }
}
