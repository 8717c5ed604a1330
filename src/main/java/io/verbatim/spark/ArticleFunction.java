package io.verbatim.spark;

import io.verbatim.LabelledSentence;
import io.verbatim.QuoteClassifier;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Labels one whole article, which is a row of {@link #INPUT}. */
final class ArticleFunction implements FlatMapFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    /** Article id, text, and the code of a {@link Refusal} where the row could not be read well. */
    static final StructType INPUT = new StructType()
            .add("article", DataTypes.StringType)
            .add("text", DataTypes.StringType)
            .add("refusal", DataTypes.StringType);

    private final Broadcast<SharedModel> model;
    private final Counts counts;

    ArticleFunction(Broadcast<SharedModel> model, Counts counts) {
        this.model = model;
        this.counts = counts;
    }

    @Override
    public Iterator<Row> call(Row row) {
        String article = row.getString(0);
        String text = row.getString(1);
        Refusal reason = reason(article, text, row.getString(2));
        if (reason != null) {
            return refused(article, text, reason, reason.message());
        }
        QuoteClassifier classifier = model.value().classifier();
        List<LabelledSentence> sentences;
        try {
            sentences = classifier.label(article, text).sentences();
        } catch (RuntimeException | StackOverflowError e) {
            // One article must not stop millions; its row tells what happened.
            return refused(article, text, Refusal.FAILED, Refusal.FAILED.message() + ": " + e);
        }
        List<Row> rows = new ArrayList<>(sentences.size());
        for (LabelledSentence sentence : sentences) {
            rows.add(SentenceRow.of(article, sentence.paragraph(), sentence.position(), sentence));
        }
        counts.labelled(rows.size());
        return rows.iterator();
    }

    private static @Nullable Refusal reason(@Nullable String article, @Nullable String text, @Nullable String unread) {
        if (unread != null) {
            return Refusal.of(unread);
        } else if (article == null || article.isBlank()) {
            return Refusal.NO_ID;
        } else if (text == null || text.isBlank()) {
            return Refusal.NO_TEXT;
        }
        return text.length() > Refusal.LONGEST ? Refusal.TOO_LONG : null;
    }

    private Iterator<Row> refused(@Nullable String article, @Nullable String text, Refusal reason, String message) {
        counts.refused(reason);
        return List.of(SentenceRow.refused(article, null, null, text, reason, message))
                .iterator();
    }
}
