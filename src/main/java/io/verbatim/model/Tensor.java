package io.verbatim.model;

import java.util.Arrays;

/**
 * A named array of a model file. The values are not copied; nobody changes them.
 *
 * @param shape its dimensions; the last one varies fastest
 * @param values its values, as many as the product of the dimensions
 */
@SuppressWarnings("ArrayRecordComponent") // weights, never compared
public record Tensor(int[] shape, float[] values) {
    public Tensor {
        long size = 1;
        for (int dimension : shape) {
            size = Math.multiplyExact(size, dimension);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(values.length + " values of shape " + Arrays.toString(shape));
        }
    }

    /** A tensor of the values with the shape. */
    public static Tensor of(float[] values, int... shape) {
        return new Tensor(shape, values);
    }
}
