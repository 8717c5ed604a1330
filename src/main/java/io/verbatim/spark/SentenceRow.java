package io.verbatim.spark;

import io.verbatim.LabelledSentence;
import io.verbatim.article.Label;
import io.verbatim.article.Quotation;
import io.verbatim.output.JsonOutput;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The columns of a labelled sentence: the fields of the JSON of the command line, the article's id before them. */
final class SentenceRow {

    private static final double MILLION = 1e6;

    /** What stands in {@code quotations}. */
    private static final StructType QUOTATION = new StructType()
            .add("start", DataTypes.IntegerType, false)
            .add("end", DataTypes.IntegerType, false)
            .add("text", DataTypes.StringType, false);

    private static final StructType PROBABILITIES = new StructType()
            .add("direct", DataTypes.DoubleType, false)
            .add("paraphrase", DataTypes.DoubleType, false)
            .add("narrative", DataTypes.DoubleType, false);

    private static final StructType ERROR =
            new StructType().add("code", DataTypes.StringType, false).add("message", DataTypes.StringType, false);

    /** A sentence within its article. */
    static final StructType SENTENCE = new StructType()
            .add("paragraph", DataTypes.IntegerType)
            .add("sentence", DataTypes.IntegerType)
            .add("start", DataTypes.IntegerType)
            .add("end", DataTypes.IntegerType)
            .add("text", DataTypes.StringType)
            .add("label", DataTypes.StringType)
            .add("probabilities", PROBABILITIES)
            .add("quotations", new ArrayType(QUOTATION, false));

    /** A sentence with its article's id, or a row that is refused and the reason. */
    static final StructType ROW = row();

    private SentenceRow() {}

    private static StructType row() {
        StructType row = new StructType().add("article", DataTypes.StringType);
        for (StructField field : SENTENCE.fields()) {
            row = row.add(field);
        }
        return row.add(new StructField("error", ERROR, true, Metadata.empty()));
    }

    /** The row of a sentence under the numbers that it has in its input. */
    static Row of(String article, int paragraph, int number, LabelledSentence sentence) {
        return RowFactory.create(
                article,
                paragraph,
                number,
                sentence.start(),
                sentence.end(),
                sentence.text(),
                label(sentence),
                probabilities(sentence),
                quotations(sentence),
                null);
    }

    /** The struct of a sentence in the array that the SQL function gives. */
    static Row within(LabelledSentence sentence) {
        return RowFactory.create(
                sentence.paragraph(),
                sentence.position(),
                sentence.start(),
                sentence.end(),
                sentence.text(),
                label(sentence),
                probabilities(sentence),
                quotations(sentence));
    }

    /** The row of an input that is refused, with all that it held. */
    static Row refused(
            @Nullable String article,
            @Nullable Integer paragraph,
            @Nullable Integer sentence,
            @Nullable String text,
            Refusal reason,
            String message) {
        return RowFactory.create(
                article,
                paragraph,
                sentence,
                null,
                null,
                text,
                null,
                null,
                null,
                RowFactory.create(reason.code(), message));
    }

    private static @Nullable String label(LabelledSentence sentence) {
        return sentence.label().map(Label::id).orElse(null);
    }

    private static Row probabilities(LabelledSentence sentence) {
        return RowFactory.create(
                rounded(sentence.probabilities().direct()),
                rounded(sentence.probabilities().paraphrase()),
                rounded(sentence.probabilities().narrative()));
    }

    /** The double of {@link JsonOutput#rounded}, which takes a microsecond, by the short way wherever it is safe. */
    static double rounded(double probability) {
        double scaled = probability * MILLION;
        double nearest = Math.rint(scaled);
        boolean tie = Math.abs(Math.abs(scaled - nearest) - 0.5) < 1 / MILLION;
        return tie ? JsonOutput.rounded(probability).doubleValue() : nearest / MILLION;
    }

    private static Row[] quotations(LabelledSentence sentence) {
        List<Quotation> quotations = sentence.quotations();
        Row[] rows = new Row[quotations.size()];
        for (int i = 0; i < rows.length; i++) {
            Quotation quotation = quotations.get(i);
            rows[i] = RowFactory.create(
                    sentence.start() + quotation.start(),
                    sentence.start() + quotation.end(),
                    sentence.text().substring(quotation.start(), quotation.end()));
        }
        return rows;
    }
}
