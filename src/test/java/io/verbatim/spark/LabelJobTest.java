package io.verbatim.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.cli.CommandLineRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelJobTest {

    private static final String TABLE = """
            article,paragraph,sentence,text
            a/one,0,0,"“It is over,"" she said."
            a/one,1,1,"“It never began,” he said."
            b/two,0,0,Snow fell on the hills.
            b/two,1,1,"Officials warned that roads
            would close."
            """;

    private static SparkSession spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        spark = LocalSpark.start();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void should_give_the_rows_of_the_command_line() throws IOException {
        Path in = folder.resolve("in.jsonl");
        Archives.write(in, 0, 500);

        Run run = run("--format", "jsonl", "--out", folder.resolve("out"), in);

        assertThat(run.err()).isEqualTo("verbatim: 500 articles of 3000 sentences labelled, 0 rows refused\n");
        assertThat(run.code()).isZero();
        assertThat(Archives.rows(folder.resolve("out/labels")))
                .hasSize(3000)
                .containsExactlyInAnyOrderElementsOf(
                        commandLineRows(CommandLineRun.output("label", "--format", "jsonl", in.toString())));
    }

    @Test
    void should_give_the_rows_of_the_command_line_for_a_table() throws IOException {
        Path in = Files.writeString(folder.resolve("in.csv"), "\uFEFF" + TABLE);

        run("--split", "--format", "jsonl", "--out", folder.resolve("out"), in);

        assertThat(Archives.rows(folder.resolve("out/labels")))
                .hasSize(4)
                .containsExactlyInAnyOrderElementsOf(
                        commandLineRows(CommandLineRun.output("label", "--format", "jsonl", in.toString())));
    }

    @Test
    void should_put_broken_lines_aside_with_a_reason_and_label_the_rest() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < 400; i++) {
            if (i % 100 == 3) {
                lines.write(broken(i / 100));
            }
            lines.write(Archives.line(Map.of("nr", i, "body", Archives.text(i))));
        }
        lines.write("{\"nr\": 12, \"body\": \"Cut o\n".getBytes(StandardCharsets.UTF_8));
        Path in = Files.write(folder.resolve("in.jsonl"), lines.toByteArray());

        Run run = run("--id", "nr", "--text", "body", "--format", "jsonl", "--out", folder.resolve("out"), in);

        assertThat(run.err())
                .isEqualTo("verbatim: 400 articles of 2400 sentences labelled, 5 rows refused"
                        + " {malformed=1, no-id=1, no-text=1, not-utf8=1, too-long=1}\n");
        Map<String, Map<String, Object>> refused = refused("out");
        assertThat(refused).containsOnlyKeys("malformed", "no-id", "no-text", "not-utf8", "too-long");
        assertThat(refused.get("no-id")).containsEntry("text", "Nameless.");
        assertThat(refused.get("no-text")).containsEntry("article", "x1");
        assertThat(String.valueOf(value(refused, "too-long").get("text"))).hasSize(5 << 20);
        assertThat(articles("out"))
                .hasSize(400)
                .allSatisfy((id, rows) -> assertThat(rows).isEqualTo(6));
    }

    private static byte[] broken(int kind) throws IOException {
        return switch (kind) {
            case 0 -> Archives.line(Map.of("body", "Nameless."));
            case 1 -> "{\"nr\":\"x1\",\"body\":null}\n".getBytes(StandardCharsets.UTF_8);
            case 2 -> "{\"nr\":\"x2\",\"body\":\"Café closed.\"}\n".getBytes(StandardCharsets.ISO_8859_1);
            default -> Archives.line(Map.of("nr", "x3", "body", "Rain ".repeat(1 << 20)));
        };
    }

    @Test
    void should_find_broken_rows_in_parquet() throws IOException {
        spark.range(0, 200)
                .selectExpr(
                        "CASE WHEN id != 5 THEN 'p/' || id END AS id",
                        "CASE id WHEN 6 THEN NULL WHEN 7 THEN CAST(X'52E4' AS STRING)"
                                + " WHEN 8 THEN repeat('Rain ', 1048576) ELSE 'Rain fell. Snow fell.' END AS text")
                .write()
                .parquet(folder.resolve("in").toString());

        run("--format", "jsonl", "--out", folder.resolve("out"), folder.resolve("in"));

        assertThat(refused("out")).containsOnlyKeys("no-id", "no-text", "not-utf8", "too-long");
        assertThat(articles("out")).hasSize(196);
    }

    @Test
    void should_find_broken_rows_in_csv() throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        rows.write("id,größe,text\n1,2,\"Rain fell.\n\n“Überall,\"\" she said.\"\n,2,Rain.\n3,2,\n4,2,"
                .getBytes(StandardCharsets.UTF_8));
        rows.write("Café\n".getBytes(StandardCharsets.ISO_8859_1));
        rows.write("5,2\n6,2,Snow fell.\n".getBytes(StandardCharsets.UTF_8));
        Path in = Files.write(folder.resolve("in.csv"), rows.toByteArray());

        run("--format", "jsonl", "--out", folder.resolve("out"), in);

        assertThat(refused("out")).containsOnlyKeys("no-id", "no-text", "not-utf8", "malformed");
        assertThat(articles("out")).containsOnly(entry("1", 2), entry("6", 1));
        assertThat(Archives.rows(folder.resolve("out/labels")))
                .anyMatch(row -> "“Überall,\" she said.".equals(row.get("text")));
    }

    @Test
    void should_go_on_with_files_that_came_later_and_label_none_twice() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Archives.write(in.resolve("1.jsonl"), 0, 20);
        run("--format", "jsonl", "--out", folder.resolve("out"), in);
        Archives.write(in.resolve("0.jsonl"), 20, 50);
        Files.createDirectories(folder.resolve("out/labels/batch=00001"));
        Files.writeString(folder.resolve("out/labels/batch=00001/part-0.json"), "{\"article\":\"half a batch\"}\n");

        Run second = run("--format", "jsonl", "--out", folder.resolve("out"), in);
        Run third = run("--format", "jsonl", "--out", folder.resolve("out"), in);

        assertThat(second.err()).startsWith("verbatim: 50 articles of 300 sentences");
        assertThat(third.err()).isEqualTo(second.err());
        assertThat(articles("out"))
                .hasSize(50)
                .allSatisfy((id, rows) -> assertThat(rows).isEqualTo(6));
        assertThat(folder.resolve("out/_SUCCESS")).exists();
    }

    @Test
    void should_refuse_what_cannot_be_used_in_one_line() throws IOException {
        Path in = folder.resolve("in.csv");
        Files.writeString(in, TABLE);
        Path out = folder.resolve("out");
        run("--split", "--out", out, in);

        assertRefused(run("--out", folder.resolve("other"), in), "no column id");
        assertRefused(run("--out", folder.resolve("other"), folder.resolve("nowhere")), "no such file");
        assertRefused(run("--out", folder.resolve("other"), "--model", in, in), "model");
        assertRefused(run("--out", out, "--split", "--abstain", "0.5", in), "other options");
        assertRefused(run("--out", folder, "--split", in), "not empty");
        Files.writeString(in, TABLE + "c/three,0,0,Hail fell.\n");
        assertRefused(run("--out", out, "--split", in), "has changed");
    }

    private static void assertRefused(Run run, String reason) {
        assertThat(run.err()).contains(reason).hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
    }

    private Map<String, Integer> articles(String out) throws IOException {
        return Archives.rows(folder.resolve(out).resolve("labels")).stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.get("article")), row -> 1, Integer::sum));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> refused(String out) throws IOException {
        Map<String, Map<String, Object>> refused = new TreeMap<>();
        for (Map<String, Object> row : Archives.rows(folder.resolve(out).resolve("refused"))) {
            refused.put(String.valueOf(((Map<String, Object>) value(row, "error")).get("code")), row);
        }
        return refused;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> commandLineRows(String lines) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            Map<String, Object> article = JSON.std.mapFrom(line);
            for (Object sentence : (List<Object>) value(article, "sentences")) {
                Map<String, Object> row = new HashMap<>((Map<String, Object>) sentence);
                row.put("article", article.get("id"));
                rows.add(row);
            }
        }
        return rows;
    }

    private static <V> V value(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static Run run(Object... arguments) {
        StringWriter err = new StringWriter();
        int code = LabelJob.commandLine()
                .setErr(new PrintWriter(err))
                .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Run(code, err.toString());
    }

    private record Run(int code, String err) {}
}
