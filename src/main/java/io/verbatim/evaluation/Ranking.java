package io.verbatim.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sentences in falling order of one label's probability, for curves of precision against recall. Sorted once, so that a
 * bootstrap replicate is one pass. Immutable and safe for threads.
 */
final class Ranking {

    private final int label;
    private final int[] article;
    private final boolean[] positive;
    /** Whether the next sentence's probability is lower, so that a threshold may lie between. */
    private final boolean[] last;

    private final double[] score;

    private Ranking(int label, int[] article, boolean[] positive, boolean[] last, double[] score) {
        this.label = label;
        this.article = article;
        this.positive = positive;
        this.last = last;
        this.score = score;
    }

    static Ranking of(Outcomes outcomes, int label) {
        int n = outcomes.size();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(outcomes.probability(b, label), outcomes.probability(a, label)))
                .mapToInt(i -> i)
                .toArray();
        int[] article = new int[n];
        boolean[] positive = new boolean[n];
        boolean[] last = new boolean[n];
        double[] score = new double[n];
        for (int rank = 0; rank < n; rank++) {
            article[rank] = outcomes.article()[order[rank]];
            positive[rank] = outcomes.gold()[order[rank]] == label;
            score[rank] = outcomes.probability(order[rank], label);
        }
        for (int rank = 0; rank < n; rank++) {
            last[rank] = rank == n - 1 || score[rank] != score[rank + 1];
        }
        return new Ranking(label, article, positive, last, score);
    }

    /** The ordinal of the label. */
    int label() {
        return label;
    }

    /**
     * Average precision as scikit-learn defines it: the sum over thresholds of the precision times the growth of
     * recall, sentences of one probability taken together, nothing interpolated; 0 where no sentence has the label.
     *
     * @param weights how often each article counts
     */
    double averagePrecision(int[] weights) {
        long taken = 0;
        long found = 0;
        long before = 0;
        double sum = 0;
        for (int rank = 0; rank < article.length; rank++) {
            int weight = weights[article[rank]];
            taken += weight;
            if (positive[rank]) {
                found += weight;
            }
            if (last[rank] && found > before) {
                sum += (double) found / taken * (found - before);
                before = found;
            }
        }
        return found == 0 ? 0 : sum / found;
    }

    /** The precision and recall at every threshold, in falling order of the threshold. */
    List<Curves.Threshold> curve() {
        long all = IntStream.range(0, positive.length).filter(i -> positive[i]).count();
        List<Curves.Threshold> curve = new ArrayList<>();
        long found = 0;
        for (int rank = 0; rank < article.length; rank++) {
            if (positive[rank]) {
                found++;
            }
            if (last[rank]) {
                double recall = all == 0 ? 0 : (double) found / all;
                curve.add(new Curves.Threshold(score[rank], (double) found / (rank + 1), recall));
            }
        }
        return curve;
    }
}
