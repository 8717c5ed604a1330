package io.verbatim.evaluation.behaviour;

import io.verbatim.evaluation.Estimate;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * What the test of a capability showed.
 *
 * @param kind the kind of test
 * @param name the capability
 * @param cases how many sentences were tested
 * @param failures those that failed
 */
public record Capability(Kind kind, String name, int cases, List<Failure> failures) {

    private static final double LEVEL = 0.95;

    /** The kinds of tests. */
    public enum Kind {
        /** A hard case is labelled as it must be. */
        MINIMUM_FUNCTIONALITY,
        /** Other marks, white space or characters leave a sentence's label as it is. */
        INVARIANCE_OF_FORM,
        /** Other names, numbers, spelling or capitals leave a sentence's label as it is. */
        INVARIANCE_OF_WORDS,
        /** A change moves a probability in a known direction. */
        DIRECTION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A sentence that failed.
     *
     * @param article its article
     * @param text the sentence, as it was changed where it was
     * @param expected what should have come out
     * @param found what came out
     */
    public record Failure(String article, String text, String expected, String found) {}

    public Capability {
        failures = List.copyOf(failures);
        if (failures.size() > cases) {
            throw new IllegalArgumentException(failures.size() + " failures in " + cases + " cases");
        }
    }

    /**
     * The share of failures with its interval of 95 % after Wilson (1927), which takes the sentences for independent; 0 to
     * 1 without any case.
     */
    public Estimate failureRate() {
        if (cases == 0) {
            return new Estimate(0, 0, 1);
        }
        ConfidenceInterval interval = new WilsonScoreInterval().createInterval(cases, failures.size(), LEVEL);
        return new Estimate(
                (double) failures.size() / cases,
                Math.max(0, interval.getLowerBound()),
                Math.min(1, interval.getUpperBound()));
    }
}
