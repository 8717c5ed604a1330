package io.verbatim.model;

import java.util.Map;

/**
 * A fully connected layer: weights (inputs, outputs) and a bias (outputs). Immutable.
 *
 * <p>The weights of each input are an array of their own, because HotSpot vectorises {@code a[i] += f * b[i]} but not
 * {@code a[i] += f * b[offset + i]}.
 */
final class Layer {

    private final float[][] weights;
    private final float[] bias;

    Layer(float[][] weights, float[] bias) {
        this.weights = weights;
        this.bias = bias;
    }

    static Layer of(Map<String, Tensor> tensors, String name, int inputs, int outputs) {
        return new Layer(Tensor.rows(tensors, name, inputs, outputs), Tensor.values(tensors, name + ".bias", outputs));
    }

    /** The bias: (outputs). Not to be changed. */
    float[] bias() {
        return bias;
    }

    /** What one unit of an input adds to each output: (outputs). Not to be changed. */
    float[] weights(int input) {
        return weights[input];
    }

    /** The weights of all inputs. Not to be changed. */
    float[][] weights() {
        return weights;
    }

    int outputs() {
        return bias.length;
    }

    /** Adds what some inputs give to {@code outputs}, by which {@code first} inputs of the layer stand before them. */
    void add(Active inputs, int first, float[] outputs) {
        int i = 0;
        int last = inputs.size() - inputs.size() % 4;
        for (; i < last; i += 4) {
            addFour(
                    outputs,
                    weights[first + inputs.index(i)],
                    weights[first + inputs.index(i + 1)],
                    weights[first + inputs.index(i + 2)],
                    weights[first + inputs.index(i + 3)],
                    inputs.value(i),
                    inputs.value(i + 1),
                    inputs.value(i + 2),
                    inputs.value(i + 3));
        }
        for (; i < inputs.size(); i++) {
            addOne(outputs, weights[first + inputs.index(i)], inputs.value(i));
        }
    }

    private static void addOne(float[] sum, float[] a, float x) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += x * a[i];
        }
    }

    private static void addFour(
            float[] sum, float[] a, float[] b, float[] c, float[] d, float x, float y, float z, float u) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += x * a[i] + y * b[i] + z * c[i] + u * d[i];
        }
    }
}
