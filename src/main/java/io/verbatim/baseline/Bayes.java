package io.verbatim.baseline;

import io.verbatim.Probabilities;
import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.evaluation.Classifier;
import java.util.List;
import smile.classification.NaiveBayes;
import smile.math.SparseArray;

/** Smile's multinomial naive Bayes on the same features (McCallum and Nigam 1998). */
final class Bayes implements Classifier {

    private static final int CUT_OFF = 3;
    private static final List<Double> SMOOTHINGS = List.of(3.0, 1.0, 10.0);

    private final FeatureIndex index;
    private final NaiveBayes model;

    private Bayes(FeatureIndex index, NaiveBayes model) {
        this.index = index;
        this.model = model;
    }

    /** The classifier with the smoothing that does best on {@code dev}. */
    static Classifier train(List<AnnotatedArticle> train, List<AnnotatedArticle> dev) {
        FeatureIndex index = FeatureIndex.of(train, CUT_OFF);
        Examples<int[]> examples = Examples.of(train, index::of);
        return Tuning.best(SMOOTHINGS, smoothing -> new Bayes(index, model(index, examples, smoothing)), dev);
    }

    private static NaiveBayes model(FeatureIndex index, Examples<int[]> examples, double smoothing) {
        NaiveBayes model =
                new NaiveBayes(NaiveBayes.Model.MULTINOMIAL, Label.all().size(), index.size(), smoothing);
        for (int i = 0; i < examples.labels().length; i++) {
            model.learn(sparse(examples.features().get(i)), examples.labels()[i]);
        }
        return model;
    }

    @Override
    public List<Probabilities> classify(Article article) {
        return index.of(article).stream().map(this::probabilities).toList();
    }

    private Probabilities probabilities(int[] features) {
        double[] p = new double[3];
        if (model.predict(sparse(features), p) < 0) {
            double[] prior = model.getPriori();
            return new Probabilities(prior[0], prior[1], prior[2]);
        }
        return new Probabilities(p[0], p[1], p[2]);
    }

    private static SparseArray sparse(int[] features) {
        SparseArray array = new SparseArray();
        for (int feature : features) {
            array.append(feature, 1);
        }
        return array;
    }
}
