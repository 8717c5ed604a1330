package io.verbatim.training.transformer;

import io.verbatim.article.Label;
import io.verbatim.model.FeatureExtractor;
import io.verbatim.training.transformer.Windows.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Labels the sentences of windows: from the vector of the piece that ends a sentence, the mean of the vectors of its other
 * pieces and its features, by a linear layer.
 */
final class SentenceTagger {

    private static final int LABELS = Label.all().size();
    /** Standard deviation of the last layer's weights before training. */
    private static final double DEVIATION = 0.02;

    private final Transformer transformer;
    private final int start;
    private final Linear output;
    private final Dropout dropout;
    private final int dimensions;

    /**
     * A tagger whose last layer knows nothing yet.
     *
     * @param start the piece that begins a window
     */
    SentenceTagger(Transformer transformer, int start, Dropout dropout, long seed) {
        this.transformer = transformer;
        this.start = start;
        this.dimensions = transformer.dimensions();
        this.dropout = dropout;
        this.output = new Linear(
                gaussian(new Random(seed), (2 * dimensions + FeatureExtractor.DENSE) * LABELS), new float[LABELS]);
    }

    private static float[] gaussian(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (DEVIATION * random.nextGaussian());
        }
        return values;
    }

    /** The logits of all sentences of some windows: (sentences, labels). */
    float[] logits(List<Window> windows) {
        return forward(windows, false);
    }

    /**
     * Learns from the labelled sentences of some windows: adds to the gradients.
     *
     * @return the mean loss, weighted
     */
    double learn(List<Window> windows) {
        List<PiecedSentence> sentences =
                windows.stream().flatMap(window -> window.sentences().stream()).toList();
        float[] logits = forward(windows, true);
        float[] gradient = new float[logits.length];
        double weights = sentences.stream().mapToDouble(PiecedSentence::weight).sum();
        double loss = 0;
        for (int s = 0; s < sentences.size(); s++) {
            PiecedSentence sentence = sentences.get(s);
            if (sentence.weight() > 0) {
                double[] p = softmax(logits, s);
                for (int label = 0; label < LABELS; label++) {
                    double error = p[label] - sentence.target()[label];
                    // What isn't to be learned may have a probability of 0.
                    if (sentence.target()[label] > 0) {
                        loss -= sentence.weight() / weights * sentence.target()[label] * Math.log(p[label]);
                    }
                    gradient[s * LABELS + label] = (float) (error * sentence.weight() / weights);
                }
            }
        }
        backward(windows, gradient);
        return loss;
    }

    static double[] softmax(float[] logits, int sentence) {
        double[] p = new double[LABELS];
        double max = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < LABELS; label++) {
            max = Math.max(max, logits[sentence * LABELS + label]);
        }
        double sum = 0;
        for (int label = 0; label < LABELS; label++) {
            p[label] = Math.exp(logits[sentence * LABELS + label] - max);
            sum += p[label];
        }
        for (int label = 0; label < LABELS; label++) {
            p[label] /= sum;
        }
        return p;
    }

    private float[] forward(List<Window> windows, boolean training) {
        List<int[]> ids = windows.stream().map(this::ids).toList();
        float[] vectors = transformer.forward(ids, training);
        int sentences = windows.stream().mapToInt(w -> w.sentences().size()).sum();
        float[] pooled = new float[sentences * 2 * dimensions];
        float[] features = new float[sentences * FeatureExtractor.DENSE];
        int token = 0;
        int s = 0;
        for (Window window : windows) {
            token++;
            for (PiecedSentence sentence : window.sentences()) {
                int others = sentence.pieces().length - 1;
                int to = s * 2 * dimensions;
                System.arraycopy(vectors, (token + others) * dimensions, pooled, to, dimensions);
                for (int t = token; t < token + others; t++) {
                    for (int i = 0; i < dimensions; i++) {
                        pooled[to + dimensions + i] += vectors[t * dimensions + i] / others;
                    }
                }
                System.arraycopy(sentence.features(), 0, features, s * FeatureExtractor.DENSE, FeatureExtractor.DENSE);
                token += sentence.pieces().length;
                s++;
            }
        }
        return output.forward(join(dropout.forward(pooled, training), features, sentences));
    }

    private void backward(List<Window> windows, float[] gradient) {
        float[] ofInputs = output.backward(gradient);
        int inputs = 2 * dimensions + FeatureExtractor.DENSE;
        int sentences = gradient.length / LABELS;
        float[] ofPooled = new float[sentences * 2 * dimensions];
        for (int s = 0; s < sentences; s++) {
            System.arraycopy(ofInputs, s * inputs, ofPooled, s * 2 * dimensions, 2 * dimensions);
        }
        dropout.backward(ofPooled);
        int tokens = windows.stream().mapToInt(Window::pieces).sum();
        float[] ofVectors = new float[tokens * dimensions];
        int token = 0;
        int s = 0;
        for (Window window : windows) {
            token++;
            for (PiecedSentence sentence : window.sentences()) {
                int others = sentence.pieces().length - 1;
                int from = s * 2 * dimensions;
                System.arraycopy(ofPooled, from, ofVectors, (token + others) * dimensions, dimensions);
                for (int t = token; t < token + others; t++) {
                    for (int i = 0; i < dimensions; i++) {
                        ofVectors[t * dimensions + i] = ofPooled[from + dimensions + i] / others;
                    }
                }
                token += sentence.pieces().length;
                s++;
            }
        }
        transformer.backward(ofVectors);
    }

    private static float[] join(float[] first, float[] second, int rows) {
        int a = first.length / rows;
        int b = second.length / rows;
        float[] joined = new float[first.length + second.length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(first, row * a, joined, row * (a + b), a);
            System.arraycopy(second, row * b, joined, row * (a + b) + a, b);
        }
        return joined;
    }

    private int[] ids(Window window) {
        int[] ids = new int[window.pieces()];
        ids[0] = start;
        int at = 1;
        for (PiecedSentence sentence : window.sentences()) {
            System.arraycopy(sentence.pieces(), 0, ids, at, sentence.pieces().length);
            at += sentence.pieces().length;
        }
        return ids;
    }

    /** What the transformer learns. */
    List<Parameter> transformerParameters() {
        return transformer.parameters();
    }

    /** What the last layer learns. */
    List<Parameter> outputParameters() {
        return output.parameters();
    }

    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(transformerParameters());
        all.addAll(outputParameters());
        return all;
    }
}
