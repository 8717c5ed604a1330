package io.verbatim.training;

import io.verbatim.article.Article;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.perturbation.Invariance;
import io.verbatim.corpus.perturbation.Perturber;
import io.verbatim.corpus.perturbation.Pool;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Other wordings of training articles under which each sentence keeps its label: of the changes of words that {@link
 * Invariance} knows, each with probability one half. The made-up names are not those of the tests of behaviour.
 */
final class Augmentation {

    private static final List<Invariance> CHANGES =
            Stream.of(Invariance.values()).filter(change -> !change.isOfForm()).toList();

    private final Perturber perturber = new Perturber(Pool.TRAINING);

    /** Another wording of the article, with its labels. */
    AnnotatedArticle reword(AnnotatedArticle article, SplittableRandom random) {
        Article reworded = article.article();
        for (Invariance change : CHANGES) {
            if (random.nextBoolean()) {
                reworded =
                        perturber.sentences(change, reworded, random.nextLong()).after();
            }
        }
        return new AnnotatedArticle(reworded, article.labels(), article.rows());
    }
}
