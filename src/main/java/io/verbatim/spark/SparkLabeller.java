package io.verbatim.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.ArrayType;

/**
 * Labels datasets of articles: a row a sentence comes out. An executor fetches the model once and its tasks share it.
 * Immutable and safe for threads; it never abstains unless {@link #abstainingBelow} says so.
 *
 * <p>The columns of the result are {@code article}, {@code paragraph}, {@code sentence} (both from 0), {@code start},
 * {@code end} (UTF-16 code units into the article's text, the end exclusive), {@code text}, {@code label} (null where it
 * abstains), {@code probabilities} (a struct of {@code direct}, {@code paraphrase}, {@code narrative}), {@code quotations}
 * (an array of structs of {@code start}, {@code end}, {@code text}) and {@code error}.
 *
 * <p>A row that can't be labelled stands in the result as one row with its text, no label and an {@code error}: a struct
 * of {@code code} ({@code no-id}, {@code no-text}, {@code not-utf8}, {@code too-long} above 1,048,576 UTF-16 code units,
 * {@code malformed}, {@code no-order} or {@code failed}) and {@code message}. Of all other rows {@code error} is null.
 */
public final class SparkLabeller {

    /** The name of the SQL function that {@link #registerFunction} registers. */
    public static final String FUNCTION = "verbatim_label";

    private final SparkSession spark;
    private final SharedModel model;
    private final Broadcast<SharedModel> broadcast;

    private SparkLabeller(SparkSession spark, SharedModel model) {
        this.spark = spark;
        this.model = model;
        this.broadcast = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(model);
    }

    /** A labeller with the model that comes with Verbatim, trained on English news. */
    public static SparkLabeller bundled(SparkSession spark) {
        return new SparkLabeller(spark, SharedModel.bundled());
    }

    /**
     * A labeller with the model of a file.
     *
     * @param model a path of any file system that Spark knows; without a scheme, of its default one
     * @throws io.verbatim.model.ModelFormatException if the model is too old, too new or not whole
     * @throws IOException if it can't be read
     */
    public static SparkLabeller load(SparkSession spark, String model) throws IOException {
        return new SparkLabeller(spark, SharedModel.load(spark, model));
    }

    /**
     * A labeller like this one that gives no label where the most probable one is less probable than this.
     *
     * @param probability from 0, never to abstain, to 1
     */
    public SparkLabeller abstainingBelow(double probability) {
        return new SparkLabeller(spark, model.abstainingBelow(probability));
    }

    /**
     * Labels whole articles, without a shuffle: each stays in its partition, in its place.
     *
     * @param articles columns {@code id} and {@code text}, strings; others are ignored
     */
    public Dataset<Row> label(Dataset<Row> articles) {
        Column text = col("text").cast("string");
        return labelArticles(
                articles.select(
                        col("id").cast("string").as("article"),
                        text.as("text"),
                        whenNotUtf8(text).as("refusal")),
                counts());
    }

    /**
     * Labels sentences that are already split; each is kept as it is, and its offsets are into its own text. Rows of an
     * article come together by a shuffle on its id and are ordered by {@code paragraph}, then {@code sentence}, which may
     * start anywhere and have gaps; a paragraph ends where {@code paragraph} changes.
     *
     * @param sentences columns {@code article}, {@code paragraph}, {@code sentence} and {@code text}; others are ignored
     */
    public Dataset<Row> labelSentences(Dataset<Row> sentences) {
        Column text = col("text").cast("string");
        return labelTable(
                sentences.select(
                        col("article").cast("string").as("article"),
                        col("paragraph"),
                        col("sentence"),
                        text.as("text"),
                        whenNotUtf8(text).as("refusal")),
                counts());
    }

    /**
     * Registers the SQL function {@value #FUNCTION}: a text to an array of structs, one a sentence, of the columns of the
     * result without {@code article} and {@code error}. Null where the text is null or too long.
     */
    public void registerFunction() {
        Broadcast<SharedModel> shared = broadcast;
        UDF1<String, Row[]> function = text -> text == null || text.length() > Refusal.LONGEST
                ? null
                : shared.value().classifier().label(text).sentences().stream()
                        .map(SentenceRow::within)
                        .toArray(Row[]::new);
        spark.udf().register(FUNCTION, function, new ArrayType(SentenceRow.SENTENCE, false));
    }

    /** Labels rows of {@link ArticleFunction#INPUT}. */
    Dataset<Row> labelArticles(Dataset<Row> articles, Counts counts) {
        return articles.flatMap(new ArticleFunction(broadcast, counts), Encoders.row(SentenceRow.ROW));
    }

    /** Labels rows of {@link TableFunction#INPUT}, whose numbers may still be of other types. */
    Dataset<Row> labelTable(Dataset<Row> sentences, Counts counts) {
        return sentences
                .select(
                        coalesce(col("article"), lit("")).as("article"),
                        col("paragraph").try_cast("int").as("paragraph"),
                        col("sentence").try_cast("int").as("sentence"),
                        col("text"),
                        col("refusal"))
                .groupBy("article")
                .as(Encoders.STRING(), Encoders.row(TableFunction.INPUT))
                .flatMapSortedGroups(
                        new Column[] {col("paragraph"), col("sentence")},
                        new TableFunction(broadcast, counts),
                        Encoders.row(SentenceRow.ROW));
    }

    Counts counts() {
        return new Counts(spark.sparkContext());
    }

    /** The SHA-256 of the model's bytes in hexadecimal. */
    String modelSha256() {
        return model.sha256();
    }

    /** The code of a refusal where a text is not UTF-8, else null. */
    static Column whenNotUtf8(Column text) {
        return when(not(is_valid_utf8(text)), lit(Refusal.NOT_UTF8.code()));
    }
}
