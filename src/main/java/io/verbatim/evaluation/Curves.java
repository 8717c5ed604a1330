package io.verbatim.evaluation;

import io.verbatim.article.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How a classifier's probabilities fare over all thresholds. Immutable.
 *
 * @param precisionRecall by label, in falling order of the threshold
 * @param reliability {@value #BINS} bins of equal width of the top probability
 * @param coverage accuracy among the sentences answered, for every threshold of the top probability, in rising order of
 *     coverage
 */
public record Curves(
        Map<Label, List<Threshold>> precisionRecall, List<ReliabilityBin> reliability, List<Coverage> coverage) {

    /** The number of bins of the reliability table, as in Guo et al. 2017, On calibration of modern neural networks. */
    public static final int BINS = 15;

    /**
     * Precision and recall where a sentence gets a label if its probability is at least the threshold.
     *
     * @param threshold the least probability
     * @param precision the share of those that get the label that have it
     * @param recall the share of those that have the label that get it
     */
    public record Threshold(double threshold, double precision, double recall) {}

    /**
     * The sentences whose top probability lies in a bin.
     *
     * @param low its lower end, not itself in the bin
     * @param high its upper end, in the bin
     * @param sentences how many there are
     * @param confidence the mean of their top probability
     * @param accuracy the share of them whose most probable label is right
     */
    public record ReliabilityBin(double low, double high, long sentences, double confidence, double accuracy) {}

    /**
     * Abstaining below a threshold of the top probability.
     *
     * @param threshold the least top probability of a sentence that is answered
     * @param coverage the share of sentences answered
     * @param accuracy the share of those answered whose most probable label is right
     */
    public record Coverage(double threshold, double coverage, double accuracy) {}

    public Curves {
        precisionRecall = Map.copyOf(precisionRecall);
        reliability = List.copyOf(reliability);
        coverage = List.copyOf(coverage);
    }

    /** The bin of a top probability. */
    static int bin(double confidence) {
        return Math.min(BINS - 1, Math.max(0, (int) Math.ceil(confidence * BINS) - 1));
    }

    /** The curves of some outcomes; empty ones where there are no probabilities. */
    static Curves of(Outcomes outcomes, Sums sums) {
        Map<Label, List<Threshold>> precisionRecall = new EnumMap<>(Label.class);
        for (Ranking ranking : sums.rankings()) {
            precisionRecall.put(Label.all().get(ranking.label()), ranking.curve());
        }
        return new Curves(precisionRecall, sums.reliability(), coverage(outcomes));
    }

    /** Precision and recall of a label at every threshold; none where there are no probabilities. */
    public List<Threshold> precisionRecall(Label label) {
        return precisionRecall.getOrDefault(label, List.of());
    }

    /** The accuracy at the smallest coverage of at least {@code share}. */
    public double accuracyAt(double share) {
        return coverage.stream()
                .filter(c -> c.coverage() >= share)
                .findFirst()
                .map(Coverage::accuracy)
                .orElse(0.0);
    }

    private static List<Coverage> coverage(Outcomes outcomes) {
        List<Coverage> curve = new ArrayList<>();
        if (!outcomes.hasProbabilities()) {
            return curve;
        }
        int n = outcomes.size();
        double[] top = new double[n];
        for (int i = 0; i < n; i++) {
            top[i] = outcomes.probability(i, outcomes.best(i));
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(top[b], top[a]))
                .mapToInt(i -> i)
                .toArray();
        int right = 0;
        for (int rank = 0; rank < n; rank++) {
            int sentence = order[rank];
            right += outcomes.best(sentence) == outcomes.gold()[sentence] ? 1 : 0;
            if (rank == n - 1 || top[order[rank + 1]] != top[sentence]) {
                curve.add(new Coverage(top[sentence], (rank + 1.0) / n, right / (rank + 1.0)));
            }
        }
        return curve;
    }
}
