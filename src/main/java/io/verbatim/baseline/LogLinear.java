package io.verbatim.baseline;

import io.verbatim.Probabilities;
import io.verbatim.article.Article;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.evaluation.Classifier;
import java.util.List;
import smile.classification.Maxent;

/**
 * Smile's maximum entropy classifier, which is multinomial logistic regression on binary features, with an L2 penalty
 * (Berger, Della Pietra and Della Pietra 1996).
 */
final class LogLinear implements Classifier {

    private static final int CUT_OFF = 2;
    private static final List<Double> PENALTIES = List.of(4.0, 2.0, 8.0);
    private static final double TOLERANCE = 1e-4;
    private static final int ITERATIONS = 200;

    private final FeatureIndex index;
    private final Maxent model;

    private LogLinear(FeatureIndex index, Maxent model) {
        this.index = index;
        this.model = model;
    }

    /** The classifier with the penalty that does best on {@code dev}. */
    static Classifier train(List<AnnotatedArticle> train, List<AnnotatedArticle> dev) {
        FeatureIndex index = FeatureIndex.of(train, CUT_OFF);
        Examples<int[]> examples = Examples.of(train, index::of);
        int[][] features = examples.features().toArray(int[][]::new);
        return Tuning.best(
                PENALTIES,
                penalty -> new LogLinear(
                        index, new Maxent(index.size(), features, examples.labels(), penalty, TOLERANCE, ITERATIONS)),
                dev);
    }

    @Override
    public List<Probabilities> classify(Article article) {
        return index.of(article).stream().map(this::probabilities).toList();
    }

    private Probabilities probabilities(int[] features) {
        double[] p = new double[3];
        model.predict(features, p);
        return new Probabilities(p[0], p[1], p[2]);
    }
}
