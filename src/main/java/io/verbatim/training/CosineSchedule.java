package io.verbatim.training;

import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A learning rate that falls from its first value to a tenth along a cosine (Loshchilov and Hutter 2017).
 *
 * @param first the rate of the first step
 * @param steps the steps after which it stays at a tenth
 */
record CosineSchedule(
        @JsonProperty("first") double first,
        @JsonProperty("steps") int steps) implements ISchedule {
    private static final double LAST = 0.1;

    @Override
    public double valueAt(int iteration, int epoch) {
        double progress = Math.min(1, (double) iteration / Math.max(1, steps));
        return first * (LAST + (1 - LAST) * (1 + Math.cos(Math.PI * progress)) / 2);
    }

    @Override
    public ISchedule clone() {
        return this;
    }
}
