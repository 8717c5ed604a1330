package io.verbatim.model;

/**
 * A fully connected layer in double precision, for attribution.
 *
 * @param weights (inputs, outputs)
 * @param biases (outputs)
 */
@SuppressWarnings("ArrayRecordComponent") // weights, never compared
record Dense(float[][] weights, float[] biases) {

    double[] bias() {
        double[] bias = new double[biases.length];
        for (int o = 0; o < bias.length; o++) {
            bias[o] = biases[o];
        }
        return bias;
    }

    /** The outputs of all inputs. */
    double[] apply(double[] inputs) {
        double[] outputs = bias();
        add(inputs, 0, outputs);
        return outputs;
    }

    /** Adds what the inputs from {@code first} on give. */
    void add(double[] inputs, int first, double[] outputs) {
        for (int i = 0; i < inputs.length; i++) {
            float[] row = weights[first + i];
            for (int o = 0; o < outputs.length; o++) {
                outputs[o] += inputs[i] * row[o];
            }
        }
    }

    /** What a change of each of {@code count} inputs from {@code first} on gives to a weighted sum of the outputs. */
    double[] back(double[] outputs, int first, int count) {
        double[] inputs = new double[count];
        for (int i = 0; i < count; i++) {
            float[] row = weights[first + i];
            for (int o = 0; o < outputs.length; o++) {
                inputs[i] += outputs[o] * row[o];
            }
        }
        return inputs;
    }
}
