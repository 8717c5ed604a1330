package io.verbatim.evaluation;

/**
 * A metric's value with its interval.
 *
 * @param value on all sentences
 * @param low the interval's lower end
 * @param high the interval's upper end
 */
public record Estimate(double value, double low, double high) {}
