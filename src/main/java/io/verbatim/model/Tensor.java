package io.verbatim.model;

import java.util.Arrays;
import java.util.Map;

/**
 * A named array of a model file. The values are not copied; nobody changes them.
 *
 * @param shape its dimensions; the last one varies fastest
 * @param values its values, as many as the product of the dimensions, none beyond {@value #LARGEST} from 0
 */
@SuppressWarnings("ArrayRecordComponent") // weights, never compared
public record Tensor(int[] shape, float[] values) {

    /** No trained weight comes near, and what a network computes with smaller ones stays finite. */
    public static final float LARGEST = 10_000;

    public Tensor {
        long size = 1;
        for (int dimension : shape) {
            size = Math.multiplyExact(size, dimension);
        }
        if (size != values.length) {
            throw new IllegalArgumentException(values.length + " values of shape " + Arrays.toString(shape));
        }
        for (float value : values) {
            if (!(Math.abs(value) <= LARGEST)) {
                throw new IllegalArgumentException("a weight of " + value);
            }
        }
    }

    /** A tensor of the values with the shape. */
    public static Tensor of(float[] values, int... shape) {
        return new Tensor(shape, values);
    }

    /**
     * The values of an array.
     *
     * @throws IllegalArgumentException if it is missing or has another shape
     */
    static float[] values(Map<String, Tensor> tensors, String name, int... shape) {
        Tensor tensor = tensors.get(name);
        if (tensor == null || !Arrays.equals(tensor.shape(), shape)) {
            throw new IllegalArgumentException("array " + name + " must have the shape " + Arrays.toString(shape)
                    + (tensor == null ? " and is missing" : ", not " + Arrays.toString(tensor.shape())));
        }
        return tensor.values();
    }

    /** The rows of a matrix, each an array of its own. */
    static float[][] rows(Map<String, Tensor> tensors, String name, int rows, int columns) {
        float[] values = values(tensors, name, rows, columns);
        float[][] each = new float[rows][];
        for (int i = 0; i < rows; i++) {
            each[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
        }
        return each;
    }
}
