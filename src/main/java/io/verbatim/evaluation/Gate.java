package io.verbatim.evaluation;

import io.verbatim.corpus.InputException;
import java.util.Locale;

/**
 * A bound that a metric must keep, written {@code macro-f1=0.85}: at least that, or at most for metrics of which less
 * is better.
 *
 * @param metric the metric
 * @param bound the bound
 */
public record Gate(Metric metric, double bound) {

    /**
     * Whether an evaluation kept a gate.
     *
     * @param passed whether it did
     * @param message one line that says so, with the figures
     */
    public record Outcome(boolean passed, String message) {}

    /**
     * The gate written so.
     *
     * @throws InputException where it isn't a metric's name, {@code =} and a number
     */
    public static Gate parse(String text) throws InputException {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new InputException("--gate " + text + ": write a metric and its bound, for example macro-f1=0.85");
        }
        String name = text.substring(0, equals).strip();
        Metric metric = Metric.of(name)
                .orElseThrow(
                        () -> new InputException("--gate " + text + ": no metric " + name + "; use " + Metric.ids()));
        try {
            double bound = Double.parseDouble(text.substring(equals + 1).strip());
            if (Double.isFinite(bound)) {
                return new Gate(metric, bound);
            }
        } catch (NumberFormatException e) {
            throw new InputException("--gate " + text + ": the bound must be a number, for example macro-f1=0.85", e);
        }
        throw new InputException("--gate " + text + ": the bound must be a finite number, for example macro-f1=0.85");
    }

    /**
     * Checks an evaluation.
     *
     * @param point whether the value itself is to keep the bound rather than the worse end of its interval
     * @throws InputException where the metric needs probabilities and the evaluation has none
     */
    public Outcome check(Evaluation evaluation, boolean point) throws InputException {
        Estimate estimate = evaluation
                .estimate(metric)
                .orElseThrow(() -> new InputException("--gate " + metric + "=" + bound + ": " + evaluation.name()
                        + " gives no probabilities; choose a metric that needs none"));
        double end = metric.moreIsBetter() ? estimate.low() : estimate.high();
        double value = point ? estimate.value() : end;
        boolean passed = metric.moreIsBetter() ? value >= bound : value <= bound;
        String message = String.format(
                Locale.ROOT,
                "gate %s=%s %s: %s %.4f, interval [%.4f, %.4f]; %s must be %s %s",
                metric,
                bound,
                passed ? "passed" : "failed",
                metric,
                estimate.value(),
                estimate.low(),
                estimate.high(),
                point ? "the value" : metric.moreIsBetter() ? "the lower end" : "the upper end",
                metric.moreIsBetter() ? "at least" : "at most",
                bound);
        return new Outcome(passed, message);
    }
}
