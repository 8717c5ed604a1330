package io.verbatim.training.transformer;

/** An array that is learned, with its gradient and the moments of Adam. */
final class Parameter {

    final float[] values;
    final float[] gradient;
    final boolean decays;
    /** The mean of the gradients so far, and of their squares. */
    final float[] mean;

    final float[] square;

    /**
     * A parameter that begins with these values.
     *
     * @param decays whether it is drawn to zero, as matrices are
     */
    Parameter(float[] values, boolean decays) {
        this.values = values;
        this.decays = decays;
        gradient = new float[values.length];
        mean = new float[values.length];
        square = new float[values.length];
    }

    /**
     * One step of AdamW (Loshchilov and Hutter 2019, "Decoupled Weight Decay Regularization"); empties the gradient.
     *
     * @param step counted from 1
     * @param scale what the gradient is multiplied by first
     */
    void update(int step, double rate, double decay, double scale) {
        float first = 0.9f;
        float second = 0.999f;
        double correction = Math.sqrt(1 - Math.pow(second, step)) / (1 - Math.pow(first, step));
        float size = (float) (rate * correction);
        float kept = (float) (1 - (decays ? rate * decay : 0));
        float epsilon = (float) (1e-8 * Math.sqrt(1 - Math.pow(second, step)));
        for (int i = 0; i < values.length; i++) {
            float g = gradient[i] * (float) scale;
            mean[i] = first * mean[i] + (1 - first) * g;
            square[i] = second * square[i] + (1 - second) * g * g;
            values[i] = kept * values[i] - size * mean[i] / ((float) Math.sqrt(square[i]) + epsilon);
            gradient[i] = 0;
        }
    }

    double squaredNorm() {
        double sum = 0;
        for (float g : gradient) {
            sum += (double) g * g;
        }
        return sum;
    }
}
