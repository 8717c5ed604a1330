package io.verbatim.training.transformer;

import static io.verbatim.training.transformer.Matrices.multiply;
import static io.verbatim.training.transformer.Matrices.of;
import static io.verbatim.training.transformer.Matrices.transposed;

import java.util.List;

/** A fully connected layer: (rows, inputs) to (rows, outputs). Keeps its latest input for the gradient. */
final class Linear {

    private final int inputs;
    private final int outputs;
    private final Parameter weights;
    private final Parameter bias;
    private float[] input = {};

    /**
     * A layer.
     *
     * @param weights (inputs, outputs)
     * @param bias (outputs)
     */
    Linear(float[] weights, float[] bias) {
        outputs = bias.length;
        inputs = weights.length / outputs;
        this.weights = new Parameter(weights, true);
        this.bias = new Parameter(bias, false);
    }

    float[] forward(float[] rows) {
        input = rows;
        float[] sums = multiply(of(rows), of(weights.values), rows.length / inputs, inputs, outputs);
        for (int i = 0; i < sums.length; i += outputs) {
            for (int o = 0; o < outputs; o++) {
                sums[i + o] += bias.values[o];
            }
        }
        return sums;
    }

    /** Adds to the gradients; gives the gradient of the input. */
    float[] backward(float[] gradient) {
        int rows = gradient.length / outputs;
        Matrices.add(weights.gradient, multiply(transposed(input), of(gradient), inputs, rows, outputs));
        for (int i = 0; i < gradient.length; i += outputs) {
            for (int o = 0; o < outputs; o++) {
                bias.gradient[o] += gradient[i + o];
            }
        }
        input = new float[0];
        return multiply(of(gradient), transposed(weights.values), rows, outputs, inputs);
    }

    List<Parameter> parameters() {
        return List.of(weights, bias);
    }
}
