package io.verbatim.training.transformer;

import static io.verbatim.training.transformer.Matrices.multiply;
import static io.verbatim.training.transformer.Matrices.of;
import static io.verbatim.training.transformer.Matrices.transposed;

import java.util.ArrayList;
import java.util.List;

/**
 * Scaled dot-product attention of some heads (Vaswani et al. 2017, "Attention Is All You Need"), each token over all tokens
 * of its window.
 */
final class Attention {

    private final int heads;
    private final int size;
    private final Linear queries;
    private final Linear keys;
    private final Linear values;
    private final Linear output;

    private int[] bounds = {};
    /** Of each head in each window, what the gradient needs. */
    private final List<Head> latest = new ArrayList<>();

    /**
     * Attention.
     *
     * @param heads how many heads share the dimensions of a token
     */
    Attention(int heads, int dimensions, Linear queries, Linear keys, Linear values, Linear output) {
        this.heads = heads;
        this.size = dimensions / heads;
        this.queries = queries;
        this.keys = keys;
        this.values = values;
        this.output = output;
    }

    /** One head in one window: its queries, keys and values (tokens, size), and the shares (tokens, tokens). */
    @SuppressWarnings("ArrayRecordComponent")
    private record Head(float[] query, float[] key, float[] value, float[] shares) {}

    /**
     * What each token takes from the others.
     *
     * @param tokens (tokens of all windows, dimensions)
     * @param bounds where each window begins, and at last the number of tokens
     */
    float[] forward(float[] tokens, int[] bounds) {
        this.bounds = bounds;
        latest.clear();
        float[] q = queries.forward(tokens);
        float[] k = keys.forward(tokens);
        float[] v = values.forward(tokens);
        float[] mixed = new float[tokens.length];
        for (int window = 0; window + 1 < bounds.length; window++) {
            int n = bounds[window + 1] - bounds[window];
            for (int head = 0; head < heads; head++) {
                Head part =
                        new Head(cut(q, window, head), cut(k, window, head), cut(v, window, head), new float[n * n]);
                float[] scores = multiply(of(part.query), transposed(part.key), n, size, n);
                softmax(scores, n, part.shares);
                paste(multiply(of(part.shares), of(part.value), n, n, size), mixed, window, head);
                latest.add(part);
            }
        }
        return output.forward(mixed);
    }

    float[] backward(float[] gradient) {
        float[] mixed = output.backward(gradient);
        float[] q = new float[mixed.length];
        float[] k = new float[mixed.length];
        float[] v = new float[mixed.length];
        for (int window = 0; window + 1 < bounds.length; window++) {
            int n = bounds[window + 1] - bounds[window];
            for (int head = 0; head < heads; head++) {
                Head part = latest.get(window * heads + head);
                float[] ofMixed = cut(mixed, window, head);
                paste(multiply(transposed(part.shares), of(ofMixed), n, n, size), v, window, head);
                float[] ofScores = multiply(of(ofMixed), transposed(part.value), n, size, n);
                softmaxGradient(part.shares, n, ofScores);
                paste(multiply(of(ofScores), of(part.key), n, n, size), q, window, head);
                paste(multiply(transposed(ofScores), of(part.query), n, n, size), k, window, head);
            }
        }
        latest.clear();
        float[] result = queries.backward(q);
        Matrices.add(result, keys.backward(k));
        Matrices.add(result, values.backward(v));
        return result;
    }

    private float[] cut(float[] all, int window, int head) {
        int first = bounds[window];
        float[] part = new float[(bounds[window + 1] - first) * size];
        for (int t = 0; t * size < part.length; t++) {
            System.arraycopy(all, ((first + t) * heads + head) * size, part, t * size, size);
        }
        return part;
    }

    private void paste(float[] part, float[] all, int window, int head) {
        for (int t = 0; t * size < part.length; t++) {
            System.arraycopy(part, t * size, all, ((bounds[window] + t) * heads + head) * size, size);
        }
    }

    private void softmax(float[] scores, int n, float[] shares) {
        float scale = (float) (1 / Math.sqrt(size));
        for (int at = 0; at < scores.length; at += n) {
            float max = Float.NEGATIVE_INFINITY;
            for (int i = at; i < at + n; i++) {
                max = Math.max(max, scores[i]);
            }
            float sum = 0;
            for (int i = at; i < at + n; i++) {
                shares[i] = Matrices.exp((scores[i] - max) * scale);
                sum += shares[i];
            }
            for (int i = at; i < at + n; i++) {
                shares[i] /= sum;
            }
        }
    }

    /** Turns the gradient of the shares into that of the scores. */
    private void softmaxGradient(float[] shares, int n, float[] gradient) {
        float scale = (float) (1 / Math.sqrt(size));
        for (int at = 0; at < shares.length; at += n) {
            float sum = 0;
            for (int i = at; i < at + n; i++) {
                sum += shares[i] * gradient[i];
            }
            for (int i = at; i < at + n; i++) {
                gradient[i] = shares[i] * (gradient[i] - sum) * scale;
            }
        }
    }

    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        for (Linear layer : List.of(queries, keys, values, output)) {
            all.addAll(layer.parameters());
        }
        return all;
    }
}
