package io.verbatim.evaluation;

import io.verbatim.article.Label;
import org.jspecify.annotations.Nullable;

/**
 * What the metrics are made of: the sums over some articles, each counted as often as it was drawn.
 *
 * @param confusion the counts
 * @param scores what needs probabilities; null where there are none
 */
record Sample(Confusion confusion, @Nullable Scores scores) {

    /**
     * Metrics of probabilities.
     *
     * @param logLoss the mean of −ln p(gold)
     * @param brier the mean over sentences of the squared error summed over labels, from 0 to 2
     * @param calibrationError the expected calibration error
     * @param averagePrecision by label
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Scores(double logLoss, double brier, double calibrationError, double[] averagePrecision) {

        double averagePrecision(Label label) {
            return averagePrecision[label.ordinal()];
        }
    }

    /** The metrics of probabilities; there must be some. */
    Scores known() {
        if (scores == null) {
            throw new IllegalStateException("a metric of probabilities where there are none");
        }
        return scores;
    }
}
