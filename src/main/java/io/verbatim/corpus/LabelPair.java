package io.verbatim.corpus;

import io.verbatim.article.Label;
import java.util.Optional;

/**
 * A sentence that two tables hold.
 *
 * @param article the article's id
 * @param row the first table's other fields of the sentence
 * @param text the first table's text
 * @param a the first table's label
 * @param b the second table's label
 */
public record LabelPair(String article, AnnotatedArticle.Row row, String text, Optional<Label> a, Optional<Label> b) {

    /** Whether both tables label the sentence. */
    public boolean isLabelled() {
        return a.isPresent() && b.isPresent();
    }
}
