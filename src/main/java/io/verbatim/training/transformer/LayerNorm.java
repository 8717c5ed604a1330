package io.verbatim.training.transformer;

import java.util.List;

/** Brings each row to mean 0 and variance 1, then scales and shifts it (Ba, Kiros and Hinton 2016). */
final class LayerNorm {

    private static final float EPSILON = 1e-12f;

    private final int size;
    private final Parameter scale;
    private final Parameter shift;
    /** The latest input in its normal form, and what it was divided by: (rows, size), (rows). */
    private float[] normal = {};

    private float[] deviations = {};

    LayerNorm(float[] scale, float[] shift) {
        this.size = scale.length;
        this.scale = new Parameter(scale, false);
        this.shift = new Parameter(shift, false);
    }

    float[] forward(float[] input) {
        normal = new float[input.length];
        deviations = new float[input.length / size];
        float[] output = new float[input.length];
        for (int row = 0; row < deviations.length; row++) {
            int at = row * size;
            float mean = 0;
            for (int i = at; i < at + size; i++) {
                mean += input[i];
            }
            mean /= size;
            float variance = 0;
            for (int i = at; i < at + size; i++) {
                variance += (input[i] - mean) * (input[i] - mean);
            }
            deviations[row] = (float) Math.sqrt(variance / size + EPSILON);
            for (int i = 0; i < size; i++) {
                normal[at + i] = (input[at + i] - mean) / deviations[row];
                output[at + i] = normal[at + i] * scale.values[i] + shift.values[i];
            }
        }
        return output;
    }

    float[] backward(float[] gradient) {
        float[] result = new float[gradient.length];
        for (int row = 0; row < deviations.length; row++) {
            int at = row * size;
            float sum = 0;
            float product = 0;
            for (int i = 0; i < size; i++) {
                float g = gradient[at + i];
                shift.gradient[i] += g;
                scale.gradient[i] += g * normal[at + i];
                sum += g * scale.values[i];
                product += g * scale.values[i] * normal[at + i];
            }
            for (int i = 0; i < size; i++) {
                result[at + i] = (gradient[at + i] * scale.values[i] - sum / size - normal[at + i] * product / size)
                        / deviations[row];
            }
        }
        normal = new float[0];
        return result;
    }

    List<Parameter> parameters() {
        return List.of(scale, shift);
    }
}
