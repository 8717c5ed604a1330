package io.verbatim.evaluation;

import io.verbatim.article.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The differences of several classifiers on the same sentences, each pair in turn. Immutable.
 *
 * @param pairs one for each two classifiers, in the order the evaluations were given
 */
public record Comparison(List<Pair> pairs) {

    /** The metrics whose differences are told. */
    public static final List<Metric> METRICS = List.of(Metric.MACRO_F1, Metric.ACCURACY, Metric.PARAPHRASE_F1);

    /**
     * The first classifier less the second.
     *
     * @param first the name of the first
     * @param second the name of the second
     * @param differences one for each of {@link #METRICS}
     * @param mcNemar the test of whether one is right more often
     */
    public record Pair(String first, String second, List<Difference> differences, McNemar mcNemar) {
        public Pair {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A metric's difference.
     *
     * @param metric the metric
     * @param estimate the first's value less the second's, with the interval of the paired bootstrap over articles
     * @param p two-sided: twice the smaller share of replicates at or beyond zero, counting the observed one, at most 1
     */
    public record Difference(Metric metric, Estimate estimate, double p) {}

    /**
     * McNemar's exact test (McNemar 1947): under the hypothesis that both are right equally often, either is as likely
     * to be the right one of a sentence on which just one is. It takes sentences as independent, which those of an
     * article are not quite; the bootstrap doesn't.
     *
     * @param firstOnly sentences that only the first labelled right
     * @param secondOnly sentences that only the second labelled right
     * @param p two-sided
     */
    public record McNemar(long firstOnly, long secondOnly, double p) {

        /** The exact test of these counts. */
        static McNemar of(long firstOnly, long secondOnly) {
            int n = Math.toIntExact(firstOnly + secondOnly);
            double p = n == 0
                    ? 1
                    : Math.min(
                            1,
                            2
                                    * new BinomialDistribution(null, n, 0.5)
                                            .cumulativeProbability(Math.toIntExact(Math.min(firstOnly, secondOnly))));
            return new McNemar(firstOnly, secondOnly, p);
        }
    }

    public Comparison {
        pairs = List.copyOf(pairs);
    }

    /**
     * Compares classifiers.
     *
     * @param evaluations of the same sentences, drawn by the same bootstrap
     */
    public static Comparison of(List<Evaluation> evaluations) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < evaluations.size(); i++) {
            for (int j = i + 1; j < evaluations.size(); j++) {
                pairs.add(pair(evaluations.get(i), evaluations.get(j)));
            }
        }
        return new Comparison(pairs);
    }

    private static Pair pair(Evaluation first, Evaluation second) {
        checkSame(first, second);
        List<Difference> differences = METRICS.stream()
                .map(metric -> difference(first, second, metric))
                .toList();
        long firstOnly = 0;
        long secondOnly = 0;
        for (int i = 0; i < first.sentences().size(); i++) {
            Optional<Label> gold = Optional.of(first.sentences().get(i).gold());
            boolean one = first.sentences().get(i).predicted().equals(gold);
            boolean other = second.sentences().get(i).predicted().equals(gold);
            firstOnly += one && !other ? 1 : 0;
            secondOnly += other && !one ? 1 : 0;
        }
        return new Pair(first.name(), second.name(), differences, McNemar.of(firstOnly, secondOnly));
    }

    private static Difference difference(Evaluation first, Evaluation second, Metric metric) {
        double[] a = first.replicates(metric);
        double[] b = second.replicates(metric);
        double[] differences = new double[a.length];
        int notAbove = 1;
        int notBelow = 1;
        for (int r = 0; r < a.length; r++) {
            differences[r] = a[r] - b[r];
            notAbove += differences[r] <= 0 ? 1 : 0;
            notBelow += differences[r] >= 0 ? 1 : 0;
        }
        double value = first.value(metric) - second.value(metric);
        double p = Math.min(1, 2.0 * Math.min(notAbove, notBelow) / (a.length + 1));
        return new Difference(metric, first.bootstrap().estimate(value, differences), p);
    }

    private static void checkSame(Evaluation first, Evaluation second) {
        boolean same = first.bootstrap().equals(second.bootstrap())
                && first.articles().size() == second.articles().size()
                && first.sentences().size() == second.sentences().size();
        for (int i = 0; same && i < first.sentences().size(); i++) {
            Scored a = first.sentences().get(i);
            Scored b = second.sentences().get(i);
            same = a.articleIndex() == b.articleIndex()
                    && a.article().id().equals(b.article().id())
                    && a.index() == b.index()
                    && a.gold() == b.gold();
        }
        if (!same) {
            throw new IllegalArgumentException("evaluations: " + first.name() + " and " + second.name()
                    + " are not of the same sentences and bootstrap");
        }
    }
}
