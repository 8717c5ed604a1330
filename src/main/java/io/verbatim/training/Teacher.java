package io.verbatim.training;

import io.verbatim.article.Article;
import io.verbatim.model.Model;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Someone whose probabilities a network learns (Hinton, Vinyals and Dean 2015, "Distilling the Knowledge in a Neural
 * Network"): a model, or anything else that labels articles. Safe for threads.
 *
 * @param manifest what the student's manifest tells of it
 * @param probabilities gives the probabilities of an article's sentences: (sentences, labels), or empty for an article
 *     that it doesn't know
 */
public record Teacher(Map<String, Object> manifest, Function<Article, Optional<double[][]>> probabilities) {

    /** A model as teacher. */
    public static Teacher of(Model model) {
        return new Teacher(model.manifest().fields(), article -> Optional.of(model.probabilities(article)));
    }
}
