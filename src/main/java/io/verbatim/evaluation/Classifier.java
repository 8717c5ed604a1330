package io.verbatim.evaluation;

import io.verbatim.Probabilities;
import io.verbatim.article.Article;
import java.util.List;

/** Anything that gives each sentence of an article its probabilities: the network or a baseline. Safe for threads. */
@FunctionalInterface
public interface Classifier {

    /** The probabilities of the article's sentences, in order. */
    List<Probabilities> classify(Article article);
}
