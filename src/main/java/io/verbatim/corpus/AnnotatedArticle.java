package io.verbatim.corpus;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import java.util.List;
import java.util.Optional;

/**
 * An article with the labels that a reader gave its sentences.
 *
 * @param article the article, its sentences kept as the table has them
 * @param labels one for each sentence, in order; empty where the table has none
 * @param rows the table's other fields, one for each sentence
 */
public record AnnotatedArticle(Article article, List<Optional<Label>> labels, List<Row> rows) {

    /**
     * What a row of a table says beside text and label.
     *
     * @param line the line of the table on which the row begins, counted from 1
     * @param paragraph the field {@code paragraph} as written
     * @param sentence the field {@code sentence} as written
     * @param further the fields of further columns, in the order of {@link Table#furtherColumns()}
     */
    public record Row(long line, String paragraph, String sentence, List<String> further) {
        public Row {
            further = List.copyOf(further);
        }
    }

    public AnnotatedArticle {
        labels = List.copyOf(labels);
        rows = List.copyOf(rows);
        int sentences = article.sentences().size();
        if (labels.size() != sentences || rows.size() != sentences) {
            throw new IllegalArgumentException(sentences + " sentences with " + labels.size() + " labels and "
                    + rows.size() + " rows in " + article.id());
        }
    }

    /** The article's id. */
    public String id() {
        return article.id();
    }

    /** The part of the id before the slash, or empty where the publisher is unknown. */
    public Optional<String> publisher() {
        int slash = id().indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(id().substring(0, slash));
    }
}
