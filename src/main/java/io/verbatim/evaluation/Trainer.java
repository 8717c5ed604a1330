package io.verbatim.evaluation;

import io.verbatim.corpus.AnnotatedArticle;
import java.util.List;

/** Anything that learns a classifier from labelled articles. Safe for threads: several trainings may run at once. */
@FunctionalInterface
public interface Trainer {

    /**
     * Learns a classifier.
     *
     * @param train the articles to learn from
     * @param dev articles to choose by (when to stop, how strongly to regularise), never to learn from; may be empty
     * @param seed of all that is random in it
     */
    Classifier train(List<AnnotatedArticle> train, List<AnnotatedArticle> dev, long seed);
}
