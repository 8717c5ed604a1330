package io.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.model.Models;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands that read or write models: label, train, evaluate, compare, info. */
class ModelCommandsTest {

    private static final String TEXT = "The minister spoke.\n\n“It is over,” she said. Rain fell <b>hard</b>.\n";
    private static final String TABLE = """
            article,paragraph,sentence,text,label,desk
            a/one,3,10,"“It is over,” the minister said.",direct,politics
            a/one,3,12,The minister said it was over.,paraphrase,politics
            a/one,7,13,Rain fell on the town.,narrative,politics
            b/two,0,0,Snow fell on the hills.,narrative,weather
            b/two,1,1,Officials warned that roads would close.,paraphrase,weather
            """;

    @TempDir
    private Path folder;

    private Path model;
    private Path text;
    private Path table;

    @BeforeEach
    void writeFiles() throws IOException {
        model = Files.write(folder.resolve("small.verbatim"), Models.small(1).toBytes());
        text = Files.writeString(folder.resolve("article.txt"), TEXT);
        table = Files.writeString(folder.resolve("table.csv"), TABLE);
    }

    @Test
    void should_label_a_text_as_json_with_offsets_into_it() throws IOException {
        Run run = run("label", "--model", model, "--format", "jsonl", text);

        assertThat(run.code()).isZero();
        Map<String, Object> article = JSON.std.mapFrom(run.out().strip());
        assertThat(article).containsEntry("id", "article").containsKey("model");
        List<Map<String, Object>> sentences = objects(article, "sentences");
        assertThat(sentences).hasSize(3).allMatch(s -> span(s).equals(s.get("text")));
        List<Map<String, Object>> quotations = objects(sentences.get(1), "quotations");
        assertThat(quotations).hasSize(1).allMatch(q -> span(q).equals("It is over,"));
        assertThat(quotations.get(0)).containsEntry("text", "It is over,");
    }

    @Test
    void should_write_an_array_of_articles_as_json() throws IOException {
        Run run = run("label", "--model", model, "--format", "json", text, table);

        assertThat(JSON.std.listFrom(run.out())).hasSize(3);
    }

    @Test
    void should_keep_the_numbers_and_the_order_of_a_table() {
        Run run = run("label", "--model", model, "--format", "csv", table);

        List<String> rows = run.out().lines().toList();
        assertThat(rows).hasSize(6);
        assertThat(rows.get(0)).isEqualTo("article,paragraph,sentence,text,label,p_direct,p_paraphrase,p_narrative");
        assertThat(rows.get(2)).startsWith("a/one,3,12,The minister said it was over.,");
        assertThat(rows.get(3)).startsWith("a/one,7,13,");
    }

    @Test
    void should_give_no_label_where_it_abstains() {
        Run run = run("label", "--model", model, "--format", "csv", "--abstain", "1", table);

        assertThat(run.out().lines().skip(1)).allMatch(row -> row.contains(",,0.") || row.contains(",,1."));
    }

    @Test
    void should_show_pasted_html_as_text() {
        Run run = run("label", "--model", model, "--format", "html", text);

        assertThat(run.out()).contains("&lt;b&gt;hard&lt;/b&gt;").doesNotContain("<b>hard");
    }

    @Test
    void should_warn_that_a_text_is_not_english_and_label_it() throws IOException {
        Path german = Files.writeString(
                folder.resolve("german.txt"),
                "Der Minister hat gestern im Landtag gesagt, dass die Brücke über den Fluss noch in diesem Jahr gesperrt"
                        + " werden muss, weil die Pfeiler unter der Last der Lastwagen nachgeben.");

        Run run = run("label", "--model", model, german);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Der Minister");
        assertThat(run.err()).contains("german").contains("not English").hasLineCount(1);
        assertThat(run("label", "--model", model, text).err()).isEmpty();
    }

    @Test
    void should_leave_nothing_behind_where_labelling_fails() throws IOException {
        Path out = folder.resolve("labels.csv");
        Path latin = Files.write(folder.resolve("latin.txt"), "Café said so.".getBytes(StandardCharsets.ISO_8859_1));

        Run run = run("label", "--model", model, "--format", "csv", "--out", out, text, latin);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("latin.txt").contains("UTF-8").hasLineCount(1);
        assertThat(out).doesNotExist();
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "newer", "text", "missing"})
    void should_refuse_a_model_that_cannot_be_read(String kind) throws IOException {
        byte[] bytes = Files.readAllBytes(model);
        Path bad = folder.resolve(kind + ".verbatim");
        switch (kind) {
            case "truncated" -> Files.write(bad, Arrays.copyOf(bytes, bytes.length / 2));
            case "newer" ->
                Files.write(bad, ByteBuffer.wrap(bytes).putInt(12, 7).array());
            case "text" -> Files.writeString(bad, TEXT);
            default -> assertThat(bad).doesNotExist();
        }

        Run run = run("label", "--model", bad, text);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(bad.toString()).hasLineCount(1);
    }

    @Test
    void should_evaluate_a_model_and_its_own_predictions_alike() {
        Path predictions = folder.resolve("predictions.csv");
        run("label", "--model", model, "--format", "csv", "--out", predictions, table);

        Run direct = run("evaluate", "--model", model, "--data", table, "--format", "json");
        Run indirect = run("evaluate", "--predictions", predictions, "--data", table, "--format", "json");

        assertThat(direct.code()).isZero();
        assertThat(indirect.code()).isZero();
        assertThat(macroF1(indirect)).isEqualTo(macroF1(direct));
    }

    @Test
    void should_fail_where_a_gate_is_not_kept() {
        Run run = run("evaluate", "--model", model, "--data", table, "--gate", "macro-f1=0.999");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("macro-f1");
        assertThat(run("evaluate", "--model", model, "--data", table, "--gate", "macro-f1=0")
                        .code())
                .isZero();
    }

    @Test
    void should_report_behaviour_by_capability() throws IOException {
        // when
        Run run = run("evaluate", "--behaviour", "--model", model, "--data", table, "--format", "json", "--show", 1);

        // then
        assertThat(run.code).isZero();
        Map<String, Object> report = JSON.std.mapFrom(run.out);
        assertThat(objects(report, "totals"))
                .extracting(total -> total.get("kind"))
                .hasSize(4);
        assertThat(objects(report, "capabilities"))
                .extracting(capability -> capability.get("name"))
                .contains("plea", "names", "soft-hyphens, plain text", "marks-removed");
    }

    @Test
    void should_refuse_what_behaviour_has_no_use_for() {
        assertThat(run("evaluate", "--behaviour", "--data", table, "--gate", "macro-f1=0.9").err)
                .contains("--gate: leave it out, or --behaviour");
        assertThat(run("evaluate", "--behaviour", "--data", table, "--format", "html").err)
                .contains("use --format text or json");
        Run folder = run("evaluate", "--behaviour", this.folder.resolve("none"), "--data", table);
        assertThat(folder.code).isEqualTo(2);
        assertThat(folder.err).contains("no such folder");
    }

    @Test
    void should_compare_a_model_with_baselines_that_learn_nothing() {
        Run run = run("compare", "--test", table, "--models", model + ",marks,rule");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("marks").contains("rule").contains("McNemar");
        assertThat(run("compare", "--test", table, "--models", "maxent").err()).contains("--train");
    }

    @Test
    void should_train_the_same_model_twice_and_print_its_manifest() throws IOException {
        Path first = folder.resolve("first.verbatim");
        Path second = folder.resolve("second.verbatim");

        Run run = train(first);
        train(second);

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("epoch 1/2").contains("dev macro-F1");
        assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
        Map<String, Object> manifest = JSON.std.mapFrom(run("info", first).out());
        assertThat(manifest).containsEntry("name", "tiny").containsKeys("options", "train", "dev", "versions");
        assertThat(folder.resolve("first.verbatim.checkpoint")).doesNotExist();
    }

    @Test
    void should_learn_from_models_and_baselines() throws IOException {
        Path student = folder.resolve("student.verbatim");

        Run run = train(student, "--teacher", model, "--teacher", "maxent");

        assertThat(run.code()).as(run.err()).isZero();
        Map<String, Object> manifest = JSON.std.mapFrom(run("info", student).out());
        List<Map<String, Object>> teachers = objects(manifest, "teachers");
        assertThat(teachers).hasSize(2);
        assertThat(teachers.get(0)).containsKey("architecture");
        assertThat(teachers.get(1)).containsExactly(Map.entry("name", "maxent"));
    }

    @Test
    void should_learn_from_predictions_of_another_program() throws IOException {
        Path student = folder.resolve("student.verbatim");
        Path alone = folder.resolve("alone.verbatim");
        Path predictions = folder.resolve("other.csv");
        Files.writeString(
                predictions,
                run("label", "--model", model, "--format", "csv", table).out());

        Run run = train(student, "--teacher", predictions);
        train(alone);

        assertThat(run.code()).as(run.err()).isZero();
        List<Map<String, Object>> teachers =
                objects(JSON.std.mapFrom(run("info", student).out()), "teachers");
        assertThat(teachers).hasSize(1);
        assertThat(teachers.get(0)).containsEntry("name", "other.csv");
        // In one order, or the same training would not always give the same bytes.
        assertThat(teachers.get(0).keySet()).containsExactly("name", "sha256");
        assertThat(run.err()).contains("other.csv: knows 2 of 2 articles with labels and 0 of 0 without");
        assertThat(run("label", "--model", student, "--format", "csv", table).out())
                .isNotEqualTo(
                        run("label", "--model", alone, "--format", "csv", table).out());
    }

    @Test
    void should_not_write_over_a_table_that_it_learns_from() throws IOException {
        Run run = train(table);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("table.csv").contains("would be lost");
        assertThat(table).hasContent(TABLE);
    }

    @Test
    void should_refuse_teachers_that_are_none_or_cannot_learn() throws IOException {
        Path student = folder.resolve("student.verbatim");
        Path strange = folder.resolve("strange.csv");
        Files.writeString(strange, "article,text,p_direct,p_paraphrase,p_narrative\na/b,It rained.,0.1,0.1,0.8\n");

        Run strangeArticles = train(student, "--teacher", strange);
        assertThat(strangeArticles.code()).isEqualTo(2);
        assertThat(strangeArticles.err()).contains("strange.csv").contains("no article of the tables");

        Run unknown = train(student, "--teacher", "nobody");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("--teacher nobody").contains("maxent");

        Files.writeString(table, TABLE.replace(",direct,", ",narrative,"));
        Run oneLabelTooFew = train(student, "--teacher", "maxent");
        assertThat(oneLabelTooFew.code()).isEqualTo(2);
        assertThat(oneLabelTooFew.err()).contains("--teacher maxent").contains("labelled direct");
        assertThat(student).doesNotExist();
    }

    @Test
    void should_calibrate_on_predictions_out_of_fold_without_changing_a_label() throws IOException {
        // given a recipe, and a further table of which one publisher is left out with its fold
        Path recipe = folder.resolve("recipe.verbatim");
        train(recipe);
        table = Files.writeString(
                table,
                TABLE
                        + "d/seven,0,0,The mayor denied it.,paraphrase,politics\nd/seven,0,1,It was late.,narrative,politics\n");
        Path also = Files.writeString(
                folder.resolve("also.csv"), TABLE.replace("a/one", "a/five").replace("b/two", "c/six"));
        Path further = Files.writeString(
                folder.resolve("further.csv"), TABLE.replace("a/one", "e/six").replace("b/two", "e/ten"));
        Path predictions = folder.resolve("predictions.csv");
        Path calibrated = folder.resolve("calibrated.verbatim");

        // when
        Run validated = run(
                "cross-validate",
                "--data",
                table,
                "--by-publisher",
                "--recipe",
                recipe,
                "--also",
                also,
                "--weight",
                0.5,
                "--also",
                further,
                "--unlabelled",
                text,
                "--predictions",
                predictions,
                "--format",
                "json");
        Run run =
                run("calibrate", "--model", recipe, "--data", table, "--predictions", predictions, "--out", calibrated);

        // then
        assertThat(validated.code()).as(validated.err()).isZero();
        assertThat(Files.readAllLines(predictions))
                .hasSize(8)
                .element(1)
                .asString()
                .startsWith("a/one,3,10,");
        assertThat(run.err()).contains("temperature");
        assertThat(macroF1(validated))
                .isEqualTo(macroF1(run("evaluate", "--data", table, "--predictions", predictions, "--format", "json")));
        List<String> before = run("label", "--model", recipe, "--format", "csv", table)
                .out()
                .lines()
                .toList();
        List<String> after = run("label", "--model", calibrated, "--format", "csv", table)
                .out()
                .lines()
                .toList();
        assertThat(after).isNotEqualTo(before);
        assertThat(after.stream().map(row -> row.replaceAll(",[0-9.,]*$", "")))
                .isEqualTo(before.stream()
                        .map(row -> row.replaceAll(",[0-9.,]*$", ""))
                        .toList());
    }

    @Test
    void should_say_that_predictions_without_probabilities_do_not_calibrate() throws IOException {
        Path bare = Files.writeString(
                folder.resolve("bare.csv"),
                TABLE.lines()
                        .map(row -> row.replaceAll(",(politics|weather|desk)$", ""))
                        .collect(Collectors.joining("\n")));
        Path out = folder.resolve("out.verbatim");

        Run run = run("calibrate", "--model", model, "--data", table, "--predictions", bare, "--out", out);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("bare.csv").contains("p_direct").hasLineCount(1);
        assertThat(out).doesNotExist();
    }

    private Run train(Path out, Object... further) {
        Path dev = folder.resolve("dev.csv");
        try {
            Files.writeString(dev, TABLE.replace("a/one", "c/three").replace("b/two", "c/four"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Object> arguments = new ArrayList<>(List.of(
                "train",
                "--train",
                table,
                "--dev",
                dev,
                "--out",
                out,
                "--name",
                "tiny",
                "--epochs",
                "2",
                "--filters",
                "4",
                "--embedding",
                "8",
                "--sentence-size",
                "8",
                "--context-size",
                "8",
                "--min-count",
                "1"));
        arguments.addAll(List.of(further));
        return run(arguments.toArray());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Map<String, Object> object, String field) {
        return (List<Map<String, Object>>) Objects.requireNonNull(object.get(field), field);
    }

    private static String span(Map<String, Object> object) {
        return TEXT.substring(number(object, "start"), number(object, "end"));
    }

    private static int number(Map<String, Object> object, String field) {
        return (Integer) Objects.requireNonNull(object.get(field), field);
    }

    private static String macroF1(Run run) {
        return run.out().replaceAll("(?s).*\"macro-f1\"\\s*:\\s*\\{\\s*\"value\"\\s*:\\s*([0-9.Ee-]+).*", "$1");
    }

    private static Run run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = command.execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private record Run(int code, String out, String err) {}
}
