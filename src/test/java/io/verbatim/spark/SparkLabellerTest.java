package io.verbatim.spark;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import io.verbatim.LabelledArticle;
import io.verbatim.LabelledSentence;
import io.verbatim.QuoteClassifier;
import io.verbatim.article.Label;
import io.verbatim.output.JsonOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SparkLabellerTest {

    private static final StructType ARTICLES =
            new StructType().add("id", DataTypes.StringType).add("text", DataTypes.StringType);
    private static final StructType TABLE = new StructType()
            .add("article", DataTypes.StringType)
            .add("paragraph", DataTypes.StringType)
            .add("sentence", DataTypes.StringType)
            .add("text", DataTypes.StringType);

    /** The quotation runs over three paragraphs; its second paragraph holds no mark that closes. */
    private static final List<List<String>> RUNNING = List.of(
            List.of("The mayor rose.", "“We knew of the crack,” she began. “We measured it twice."),
            List.of("“Then the river came.", "Nobody had reckoned with that."),
            List.of("“Today it is gone.”", "Rain fell."));

    private static final QuoteClassifier CLASSIFIER = QuoteClassifier.bundled();

    private static SparkSession spark;
    private static SparkLabeller labeller;

    @BeforeAll
    static void start() {
        spark = LocalSpark.start();
        labeller = SparkLabeller.bundled(spark);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void should_label_an_article_as_the_classifier_does() {
        String text = text(RUNNING);

        List<Row> rows = labeller.label(articles(List.of(RowFactory.create("a/one", text))))
                .collectAsList();

        assertThat(rows).hasSize(7);
        LabelledArticle expected = CLASSIFIER.label("a/one", text);
        for (int i = 0; i < rows.size(); i++) {
            assertSame(rows.get(i), expected.sentences().get(i));
            assertThat(text.substring(
                            rows.get(i).<Integer>getAs("start"), rows.get(i).<Integer>getAs("end")))
                    .isEqualTo(rows.get(i).getAs("text"));
        }
    }

    @Test
    void should_carry_quotations_over_paragraphs_under_any_number_of_partitions() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(RowFactory.create("a/" + i, "Article " + i + " begins.\n\n" + text(RUNNING)));
        }
        Dataset<Row> articles = articles(rows);

        List<Row> one = sorted(labeller.label(articles.coalesce(1)));
        List<Row> fifty = sorted(labeller.label(articles.repartition(50)));

        assertThat(one).hasSize(200 * 8);
        assertThat(fifty).isEqualTo(one);
        assertThat(one.stream().filter(row -> "Then the river came.".equals(quoted(row))))
                .hasSize(200)
                .allMatch(row -> "direct".equals(row.getAs("label")));
    }

    @Test
    void should_put_the_sentences_of_a_shuffled_table_in_order() {
        List<Row> rows = new ArrayList<>();
        for (int article = 0; article < 60; article++) {
            int sentence = 7;
            for (int p = 0; p < RUNNING.size(); p++) {
                for (String text : RUNNING.get(p)) {
                    rows.add(RowFactory.create("b/" + article, "" + (9 + 2 * p), "" + sentence++, text));
                }
            }
        }
        Collections.shuffle(rows, new Random(5));
        Dataset<Row> table = spark.createDataFrame(rows, TABLE);

        List<Row> one = sorted(labeller.labelSentences(table.coalesce(1)));
        List<Row> fifty = sorted(labeller.labelSentences(table.repartition(50)));

        assertThat(fifty).isEqualTo(one);
        List<LabelledSentence> expected = CLASSIFIER.label("b/0", RUNNING).sentences();
        assertThat(one).hasSize(60 * expected.size());
        for (int i = 0; i < expected.size(); i++) {
            Row row = one.get(i);
            assertThat(row.<Integer>getAs("sentence")).isEqualTo(7 + i);
            assertThat(row.<Integer>getAs("paragraph"))
                    .isEqualTo(9 + 2 * expected.get(i).paragraph());
            assertThat(row.<String>getAs("label"))
                    .isEqualTo(expected.get(i).label().map(Label::id).orElseThrow());
        }
    }

    @Test
    void should_tell_why_a_row_is_refused_and_keep_it() {
        Dataset<Row> articles = articles(List.of(
                        RowFactory.create("c/good", "Rain fell."),
                        RowFactory.create(null, "Nameless rain fell."),
                        RowFactory.create("c/null", null),
                        RowFactory.create("c/blank", " \n"),
                        RowFactory.create("c/long", "Rain. ".repeat(200_000)),
                        RowFactory.create("c/broken", "broken")))
                .withColumn("text", expr("CASE WHEN id = 'c/broken' THEN CAST(X'43616666FF' AS STRING) ELSE text END"));

        List<Row> rows = labeller.label(articles).collectAsList();

        assertThat(rows.stream().map(row -> row.getAs("article") + " " + code(row)))
                .containsExactlyInAnyOrder(
                        "c/good null",
                        "null no-id",
                        "c/null no-text",
                        "c/blank no-text",
                        "c/long too-long",
                        "c/broken not-utf8");
        assertThat(rows.stream().filter(row -> row.getAs("article") == null))
                .allMatch(row -> "Nameless rain fell.".equals(row.getAs("text")));
        assertThat(rows.stream().filter(row -> "c/long".equals(row.getAs("article"))))
                .allMatch(row -> row.<String>getAs("text").length() == 1_200_000);
    }

    @Test
    void should_refuse_single_rows_of_a_table_and_label_the_rest_of_the_article() {
        Dataset<Row> table = spark.createDataFrame(
                List.of(
                        RowFactory.create("d/one", "0", "0", "Rain fell."),
                        RowFactory.create("d/one", "0", "1", null),
                        RowFactory.create("d/one", "0", "two", "Snow fell."),
                        RowFactory.create("d/one", "1", "3", "Hail fell."),
                        RowFactory.create(null, "0", "0", "Dew fell."),
                        RowFactory.create("d/long", "0", "0", "Rain. ".repeat(100_000)),
                        RowFactory.create("d/long", "0", "1", "Rain. ".repeat(100_000)),
                        RowFactory.create("d/long", "0", "2", "Rain fell.")),
                TABLE);

        List<Row> rows = labeller.labelSentences(table).collectAsList();

        assertThat(rows.stream().map(row -> row.getAs("article") + " " + row.getAs("sentence") + " " + code(row)))
                .containsExactlyInAnyOrder(
                        "d/one 0 null",
                        "d/one 1 no-text",
                        "d/one null no-order",
                        "d/one 3 null",
                        " 0 no-id",
                        "d/long 0 too-long",
                        "d/long 1 too-long",
                        "d/long 2 too-long");
    }

    @Test
    void should_need_no_shuffle_for_whole_articles() {
        Dataset<Row> labelled = labeller.label(articles(List.of(RowFactory.create("e", "Rain fell."))));

        assertThat(labelled.queryExecution().executedPlan().toString()).doesNotContain("Exchange");
    }

    @Test
    void should_label_in_sql() {
        labeller.registerFunction();
        articles(List.of(RowFactory.create("f", text(RUNNING)), RowFactory.create("g", null)))
                .createOrReplaceTempView("articles");

        List<Row> sentences = spark.sql(
                        "SELECT id, s.sentence, s.text, s.label, s.probabilities.direct, size(s.quotations) FROM"
                                + " (SELECT id, explode(verbatim_label(text)) AS s FROM articles) ORDER BY s.sentence")
                .collectAsList();

        List<LabelledSentence> expected = CLASSIFIER.label("f", text(RUNNING)).sentences();
        assertThat(sentences).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            LabelledSentence sentence = expected.get(i);
            assertThat(sentences.get(i))
                    .isEqualTo(RowFactory.create(
                            "f",
                            i,
                            sentence.text(),
                            sentence.label().orElseThrow().id(),
                            Math.rint(sentence.probabilities().direct() * 1e6) / 1e6,
                            sentence.quotations().size()));
        }
        assertThat(spark.sql("SELECT verbatim_label(text) FROM articles WHERE id = 'g'")
                        .first()
                        .isNullAt(0))
                .isTrue();
    }

    @Test
    void should_round_as_the_other_outputs_do() {
        List<Double> ties = new ArrayList<>(List.of(0.0, 1.0, 0.5, 0.0000005, 0.1234565, 0.9999995, 0.0000015));
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            ties.add(random.nextDouble());
            ties.add((random.nextInt(1_000_000) + 0.5) / 1e6);
        }

        assertThat(ties)
                .allMatch(p -> SentenceRow.rounded(p) == JsonOutput.rounded(p).doubleValue());
    }

    private static Dataset<Row> articles(List<Row> rows) {
        return spark.createDataFrame(rows, ARTICLES);
    }

    private static String text(List<List<String>> paragraphs) {
        return String.join(
                "\n\n",
                paragraphs.stream()
                        .map(sentences -> String.join(" ", sentences))
                        .toList());
    }

    private static List<Row> sorted(Dataset<Row> labelled) {
        return labelled.sort("article", "sentence").collectAsList();
    }

    private static String quoted(Row row) {
        List<Row> quotations = row.getList(row.fieldIndex("quotations"));
        return quotations.isEmpty() ? "" : quotations.get(0).getAs("text");
    }

    private static String code(Row row) {
        Row error = row.getAs("error");
        return error == null ? "null" : error.getAs("code");
    }

    private static void assertSame(Row row, LabelledSentence sentence) {
        assertThat(row.<Integer>getAs("paragraph")).isEqualTo(sentence.paragraph());
        assertThat(row.<Integer>getAs("sentence")).isEqualTo(sentence.position());
        assertThat(row.<Integer>getAs("start")).isEqualTo(sentence.start());
        assertThat(row.<Integer>getAs("end")).isEqualTo(sentence.end());
        assertThat(row.<String>getAs("text")).isEqualTo(sentence.text());
        assertThat(row.<String>getAs("label"))
                .isEqualTo(sentence.label().orElseThrow().id());
        Row probabilities = row.getAs("probabilities");
        for (int i = 0; i < Label.all().size(); i++) {
            double p = sentence.probabilities().of(Label.all().get(i));
            assertThat(probabilities.getDouble(i)).isEqualTo(Math.rint(p * 1e6) / 1e6);
        }
        assertThat(row.getList(row.fieldIndex("quotations"))).hasSameSizeAs(sentence.quotations());
    }
}
