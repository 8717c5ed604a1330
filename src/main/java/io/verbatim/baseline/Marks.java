package io.verbatim.baseline;

import io.verbatim.Probabilities;
import io.verbatim.article.Article;
import io.verbatim.evaluation.Classifier;
import io.verbatim.evaluation.QuotationState;
import java.util.List;

/** Quotation marks alone: direct if at least half of the words are quoted, else narrative. */
final class Marks implements Classifier {

    static final Probabilities DIRECT = new Probabilities(1, 0, 0);
    static final Probabilities PARAPHRASE = new Probabilities(0, 1, 0);
    static final Probabilities NARRATIVE = new Probabilities(0, 0, 1);

    @Override
    public List<Probabilities> classify(Article article) {
        return article.sentences().stream()
                .map(s -> QuotationState.quotedShare(s) >= 0.5 ? DIRECT : NARRATIVE)
                .toList();
    }
}
