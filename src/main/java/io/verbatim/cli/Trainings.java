package io.verbatim.cli;

import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.ArticleSplit;
import java.util.List;

/**
 * What trainings learn from and choose by.
 *
 * @param train articles to learn from
 * @param dev articles to choose by
 */
record Trainings(List<AnnotatedArticle> train, List<AnnotatedArticle> dev) {

    private static final double DEV_SHARE = 0.1;

    /** The given articles; where there are none to choose by, a tenth of those to learn from is set apart. */
    static Trainings of(List<AnnotatedArticle> train, List<AnnotatedArticle> dev, long seed) {
        if (!dev.isEmpty() || train.size() < 2) {
            return new Trainings(train, dev);
        }
        ArticleSplit.Parts split = ArticleSplit.split(train, DEV_SHARE, 0, seed);
        return new Trainings(split.train(), split.dev());
    }
}
