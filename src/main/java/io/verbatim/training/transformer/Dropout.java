package io.verbatim.training.transformer;

/** Leaves out a share of values in training (Srivastava et al. 2014), and nothing else. */
final class Dropout {

    private final float share;
    private final Chance chance;
    /** What each of the latest values was multiplied by; empty where none was left out. */
    private float[] factors = {};

    Dropout(double share, Chance chance) {
        this.share = (float) share;
        this.chance = chance;
    }

    /** Changes the values. */
    float[] forward(float[] values, boolean training) {
        factors = new float[training && share > 0 ? values.length : 0];
        int least = (int) (share * (1L << 32) + Integer.MIN_VALUE);
        for (int i = 0; i < factors.length; i++) {
            factors[i] = chance.nextInt() < least ? 0 : 1 / (1 - share);
            values[i] *= factors[i];
        }
        return values;
    }

    /** Changes the gradient. */
    float[] backward(float[] gradient) {
        for (int i = 0; i < factors.length; i++) {
            gradient[i] *= factors[i];
        }
        return gradient;
    }
}
