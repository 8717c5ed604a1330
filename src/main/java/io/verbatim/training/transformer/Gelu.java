package io.verbatim.training.transformer;

/** The Gaussian error linear unit (Hendrycks and Gimpel 2016): x times the normal distribution's function of x. */
final class Gelu {

    private static final float ROOT_OF_HALF = 0.70710678f;
    private static final float PEAK_OF_NORMAL = 0.39894228f;

    /** By how much the latest outputs change with their inputs. */
    private float[] slopes = {};

    float[] forward(float[] input) {
        slopes = new float[input.length];
        float[] output = new float[input.length];
        for (int i = 0; i < input.length; i++) {
            float x = input[i];
            float z = Math.abs(x) * ROOT_OF_HALF;
            float bell = Matrices.exp(-z * z);
            float share = below(x, z, bell);
            output[i] = x * share;
            slopes[i] = share + x * bell * PEAK_OF_NORMAL;
        }
        return output;
    }

    /** The normal distribution's share below x (Abramowitz and Stegun 1964, 7.1.26, to 1.5e-7). */
    private static float below(float x, float z, float bell) {
        float t = 1 / (1 + 0.3275911f * z);
        float tail = t
                * (0.254829592f + t * (-0.284496736f + t * (1.421413741f + t * (-1.453152027f + t * 1.061405429f))))
                * bell;
        return x < 0 ? tail / 2 : 1 - tail / 2;
    }

    float[] backward(float[] gradient) {
        for (int i = 0; i < gradient.length; i++) {
            slopes[i] *= gradient[i];
        }
        return slopes;
    }
}
