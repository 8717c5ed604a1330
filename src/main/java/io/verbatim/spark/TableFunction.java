package io.verbatim.spark;

import io.verbatim.LabelledSentence;
import io.verbatim.QuoteClassifier;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Labels one article of sentences already split, which are rows of {@link #INPUT} in order. */
final class TableFunction implements FlatMapGroupsFunction<String, Row, Row> {
    private static final long serialVersionUID = 1L;

    /** As {@link ArticleFunction#INPUT}, a sentence a row; the article is empty where there is none. */
    static final StructType INPUT = new StructType()
            .add("article", DataTypes.StringType)
            .add("paragraph", DataTypes.IntegerType)
            .add("sentence", DataTypes.IntegerType)
            .add("text", DataTypes.StringType)
            .add("refusal", DataTypes.StringType);

    private static final int ARTICLE = 0;
    private static final int PARAGRAPH = 1;
    private static final int SENTENCE = 2;
    private static final int TEXT = 3;
    private static final int REFUSAL = 4;

    private final Broadcast<SharedModel> model;
    private final Counts counts;

    TableFunction(Broadcast<SharedModel> model, Counts counts) {
        this.model = model;
        this.counts = counts;
    }

    @Override
    public Iterator<Row> call(String article, Iterator<Row> rows) {
        if (article.isBlank()) {
            return stream(rows).map(row -> refused(row, Refusal.NO_ID)).iterator();
        }
        List<Row> read = new ArrayList<>();
        long length = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            read.add(row);
            length += row.isNullAt(TEXT) ? 0 : row.getString(TEXT).length();
            if (length > Refusal.LONGEST) {
                // What follows is not held in memory.
                return Stream.concat(read.stream(), stream(rows))
                        .map(each -> refused(each, Refusal.TOO_LONG))
                        .iterator();
            }
        }
        return label(article, read);
    }

    private Iterator<Row> label(String article, List<Row> read) {
        List<Row> good = read.stream().filter(row -> reason(row) == null).toList();
        List<Row> result = new ArrayList<>(read.size());
        for (Row row : read) {
            Refusal reason = reason(row);
            if (reason != null) {
                result.add(refused(row, reason));
            }
        }
        if (good.isEmpty()) {
            return result.iterator();
        }
        QuoteClassifier classifier = model.value().classifier();
        try {
            List<LabelledSentence> sentences =
                    classifier.label(article, paragraphs(good)).sentences();
            for (int i = 0; i < good.size(); i++) {
                Row row = good.get(i);
                result.add(SentenceRow.of(article, row.getInt(PARAGRAPH), row.getInt(SENTENCE), sentences.get(i)));
            }
            counts.labelled(good.size());
        } catch (RuntimeException | StackOverflowError e) {
            // One article must not stop millions; its rows tell what happened.
            String message = Refusal.FAILED.message() + ": " + e;
            good.forEach(row -> result.add(refused(row, Refusal.FAILED, message)));
        }
        return result.iterator();
    }

    private static List<List<String>> paragraphs(List<Row> rows) {
        List<List<String>> paragraphs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0 || rows.get(i).getInt(PARAGRAPH) != rows.get(i - 1).getInt(PARAGRAPH)) {
                paragraphs.add(new ArrayList<>());
            }
            paragraphs.get(paragraphs.size() - 1).add(rows.get(i).getString(TEXT));
        }
        return paragraphs;
    }

    private static @Nullable Refusal reason(Row row) {
        if (!row.isNullAt(REFUSAL)) {
            return Refusal.of(row.getString(REFUSAL));
        } else if (row.isNullAt(TEXT) || row.getString(TEXT).isBlank()) {
            return Refusal.NO_TEXT;
        }
        return row.isNullAt(PARAGRAPH) || row.isNullAt(SENTENCE) ? Refusal.NO_ORDER : null;
    }

    /** Refuses a row for what is wrong with it, or else for what is wrong with its article. */
    private Row refused(Row row, Refusal ofArticle) {
        Refusal own = reason(row);
        Refusal reason = own == null ? ofArticle : own;
        return refused(row, reason, reason.message());
    }

    private Row refused(Row row, Refusal reason, String message) {
        counts.refused(reason);
        return SentenceRow.refused(
                row.getString(ARTICLE),
                row.isNullAt(PARAGRAPH) ? null : row.getInt(PARAGRAPH),
                row.isNullAt(SENTENCE) ? null : row.getInt(SENTENCE),
                row.getString(TEXT),
                reason,
                message);
    }

    private static Stream<Row> stream(Iterator<Row> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
    }
}
