package io.verbatim.evaluation;

import io.verbatim.article.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Per article, everything the metrics add up; so the metrics of a draw of articles need no look at its sentences except
 * for average precision. Immutable and safe for threads.
 */
final class Sums {

    /** The smallest probability whose logarithm is taken, as in scikit-learn: the spacing of doubles at 1. */
    private static final double EPSILON = Math.ulp(1.0);

    private final int articles;
    private final boolean probabilities;
    /** (articles × cells of the confusion). */
    private final long[] cells;
    /** (articles × 2): sums of log loss and Brier score. */
    private final double[] losses;
    /** (articles × bins): sentences, right ones, sums of the top probability. */
    private final long[] binned;

    private final long[] right;
    private final double[] confidence;
    private final List<Ranking> rankings;

    private Sums(Outcomes outcomes) {
        articles = outcomes.articles();
        probabilities = outcomes.hasProbabilities();
        cells = new long[articles * Confusion.cells()];
        losses = new double[probabilities ? articles * 2 : 0];
        int bins = probabilities ? articles * Curves.BINS : 0;
        binned = new long[bins];
        right = new long[bins];
        confidence = new double[bins];
        for (int i = 0; i < outcomes.size(); i++) {
            int article = outcomes.article()[i];
            int gold = outcomes.gold()[i];
            cells[article * Confusion.cells() + Confusion.cell(gold, outcomes.predicted()[i])]++;
            if (probabilities) {
                losses[article * 2] += logLoss(outcomes.probability(i, gold));
                losses[article * 2 + 1] += brier(outcomes, i);
                int best = outcomes.best(i);
                double top = outcomes.probability(i, best);
                int bin = article * Curves.BINS + Curves.bin(top);
                binned[bin]++;
                right[bin] += best == gold ? 1 : 0;
                confidence[bin] += top;
            }
        }
        List<Ranking> rankings = new ArrayList<>();
        if (probabilities) {
            for (Label label : Label.all()) {
                rankings.add(Ranking.of(outcomes, label.ordinal()));
            }
        }
        this.rankings = List.copyOf(rankings);
    }

    static Sums of(Outcomes outcomes) {
        return new Sums(outcomes);
    }

    int articles() {
        return articles;
    }

    boolean hasProbabilities() {
        return probabilities;
    }

    List<Ranking> rankings() {
        return rankings;
    }

    /** The sample in which every article stands once. */
    Sample all() {
        int[] weights = new int[articles];
        Arrays.fill(weights, 1);
        return draw(weights);
    }

    /**
     * The sample in which each article stands as often as {@code weights} says.
     *
     * @param weights (articles)
     */
    Sample draw(int[] weights) {
        long[] counts = new long[Confusion.cells()];
        for (int a = 0; a < articles; a++) {
            if (weights[a] > 0) {
                for (int c = 0; c < counts.length; c++) {
                    counts[c] += weights[a] * cells[a * counts.length + c];
                }
            }
        }
        Confusion confusion = Confusion.ofCells(counts);
        return new Sample(confusion, probabilities ? scores(weights, confusion.total()) : null);
    }

    private Sample.Scores scores(int[] weights, long total) {
        double logLoss = 0;
        double brier = 0;
        for (int a = 0; a < articles; a++) {
            logLoss += weights[a] * losses[2 * a];
            brier += weights[a] * losses[2 * a + 1];
        }
        double calibration = 0;
        for (int bin = 0; bin < Curves.BINS; bin++) {
            long hits = 0;
            double sum = 0;
            for (int a = 0; a < articles; a++) {
                hits += weights[a] * right[a * Curves.BINS + bin];
                sum += weights[a] * confidence[a * Curves.BINS + bin];
            }
            calibration += Math.abs(hits - sum);
        }
        double[] average = rankings.stream()
                .mapToDouble(ranking -> ranking.averagePrecision(weights))
                .toArray();
        double n = Math.max(1, total);
        return new Sample.Scores(logLoss / n, brier / n, calibration / n, average);
    }

    /** The reliability table: one row for each bin. */
    List<Curves.ReliabilityBin> reliability() {
        List<Curves.ReliabilityBin> table = new ArrayList<>();
        for (int bin = 0; probabilities && bin < Curves.BINS; bin++) {
            long n = 0;
            long hits = 0;
            double sum = 0;
            for (int a = 0; a < articles; a++) {
                n += binned[a * Curves.BINS + bin];
                hits += right[a * Curves.BINS + bin];
                sum += confidence[a * Curves.BINS + bin];
            }
            double width = 1.0 / Curves.BINS;
            table.add(new Curves.ReliabilityBin(
                    bin * width, (bin + 1) * width, n, n == 0 ? 0 : sum / n, n == 0 ? 0 : (double) hits / n));
        }
        return table;
    }

    private static double logLoss(double probability) {
        return -Math.log(Math.min(Math.max(probability, EPSILON), 1 - EPSILON));
    }

    private static double brier(Outcomes outcomes, int sentence) {
        double sum = 0;
        for (Label label : Label.all()) {
            double error = outcomes.probability(sentence, label.ordinal())
                    - (outcomes.gold()[sentence] == label.ordinal() ? 1 : 0);
            sum += error * error;
        }
        return sum;
    }
}
