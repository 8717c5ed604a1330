package io.verbatim.baseline;

import io.verbatim.Probabilities;
import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.evaluation.Classifier;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import smile.classification.DecisionTree;
import smile.data.Attribute;
import smile.data.NumericAttribute;
import smile.util.SmileUtils;

/**
 * A random forest of Smile's trees on the commonest features as a dense vector (Breiman 2001). The trees are bagged
 * here, since Smile's own forest can't be seeded when it uses several threads.
 */
final class Forest implements Classifier {

    private static final int FEATURES = 300;
    private static final int TREES = 60;
    private static final int LEAVES = 400;
    private static final int LEAST_LEAF = 2;
    private static final int TRIED = 20;

    private final FeatureIndex index;
    private final List<DecisionTree> trees;

    private Forest(FeatureIndex index, List<DecisionTree> trees) {
        this.index = index;
        this.trees = trees;
    }

    static Classifier train(List<AnnotatedArticle> train, long seed) {
        FeatureIndex index = FeatureIndex.mostTelling(train, FEATURES);
        Examples<int[]> examples = Examples.of(train, index::of);
        double[][] x =
                examples.features().stream().map(f -> dense(f, index.size())).toArray(double[][]::new);
        Attribute[] attributes = IntStream.range(0, index.size())
                .mapToObj(i -> new NumericAttribute("feature " + i))
                .toArray(Attribute[]::new);
        int[][] order = SmileUtils.sort(attributes, x);
        SplittableRandom random = new SplittableRandom(seed);
        long[] seeds = random.longs(TREES).toArray();
        List<DecisionTree> trees = Arrays.stream(seeds)
                .parallel()
                .mapToObj(s -> tree(attributes, x, examples.labels(), order, s))
                .toList();
        return new Forest(index, trees);
    }

    private static DecisionTree tree(Attribute[] attributes, double[][] x, int[] y, int[][] order, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] samples = new int[x.length];
        for (int i = 0; i < samples.length; i++) {
            samples[random.nextInt(samples.length)]++;
        }
        // Smile draws a node's features from a generator of the thread's own.
        smile.math.Math.setSeed(random.nextLong());
        int tried = Math.min(TRIED, attributes.length);
        return new DecisionTree(
                attributes, x, y, LEAVES, LEAST_LEAF, tried, DecisionTree.SplitRule.GINI, samples, order);
    }

    @Override
    public List<Probabilities> classify(Article article) {
        return index.of(article).stream().map(this::probabilities).toList();
    }

    private Probabilities probabilities(int[] features) {
        double[] x = dense(features, index.size());
        int labels = Label.all().size();
        double[] sum = new double[labels];
        double[] p = new double[labels];
        for (DecisionTree tree : trees) {
            tree.predict(x, p);
            for (int i = 0; i < labels; i++) {
                sum[i] += p[i] / trees.size();
            }
        }
        return new Probabilities(sum[0], sum[1], sum[2]);
    }

    private static double[] dense(int[] features, int size) {
        double[] vector = new double[size];
        for (int feature : features) {
            vector[feature] = 1;
        }
        return vector;
    }
}
