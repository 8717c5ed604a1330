package io.verbatim.model;

import io.verbatim.article.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The plain Java forward pass of a network. Immutable and lock-free.
 *
 * <p>A convolution is linear in the words of its window, so the part that each word of the vocabulary adds at each place
 * of each window is computed once, at loading: a sentence then costs a few additions a word and no multiplication.
 */
public final class Network {

    private static final int LABELS = Label.all().size();
    /** Floats of the table of words at most: 256 MB. */
    private static final long MAX_TABLE = 1L << 26;

    private static final int SHAPES = 1 << FeatureExtractor.SHAPE_BITS;

    private final Architecture architecture;
    /** What a word adds: (ids, places of all windows, filters). */
    private final float[] wordTable;
    /** What a combination of shape bits adds: (2 ^ bits, places of all windows, filters). */
    private final float[] shapeTable;

    private final Layer sentence;
    private final Layer context;
    private final Layer output;
    private final float[] nothing;

    /**
     * A network of trained arrays.
     *
     * @param architecture its shape
     * @param ids the size of its vocabulary
     * @param tensors its arrays by name, see {@link Architecture}
     * @throws IllegalArgumentException if an array is missing or has another shape
     */
    public Network(Architecture architecture, int ids, Map<String, Tensor> tensors) {
        this.architecture = architecture;
        int filters = architecture.filters();
        int embedding = architecture.embedding();
        int channels = architecture.channels();
        int row = Math.multiplyExact(architecture.places(), filters);
        if ((long) ids * row > MAX_TABLE) {
            throw new IllegalArgumentException(ids + " words with " + row + " places and filters are too many");
        }
        float[] vectors = values(tensors, "embedding", ids, embedding);
        float[] weights = values(tensors, "convolution", channels, row);
        float[] bias = values(tensors, "convolution.bias", row);
        this.wordTable = new float[ids * row];
        this.shapeTable = new float[SHAPES * row];
        for (int id = 0; id < ids; id++) {
            add(1, bias, 0, wordTable, id * row, row);
            for (int c = 0; c < embedding; c++) {
                add(vectors[id * embedding + c], weights, c * row, wordTable, id * row, row);
            }
        }
        for (int shape = 0; shape < SHAPES; shape++) {
            for (int bit = 0; bit < FeatureExtractor.SHAPE_BITS; bit++) {
                if ((shape >> bit & 1) != 0) {
                    add(1, weights, (embedding + bit) * row, shapeTable, shape * row, row);
                }
            }
        }
        int pooled = architecture.pooled();
        int size = architecture.sentence();
        this.sentence = new Layer(tensors, "sentence", pooled + FeatureExtractor.DENSE, size);
        this.context = new Layer(tensors, "context", (2 * architecture.radius() + 1) * size, architecture.context());
        this.output = new Layer(tensors, "output", size + architecture.context(), LABELS);
        this.nothing = vector(EncodedSentence.nothing());
    }

    /** The logits of the labels of an article's sentences: (sentences, labels). */
    public float[][] logits(List<EncodedSentence> sentences) {
        int n = sentences.size();
        int radius = architecture.radius();
        int size = architecture.sentence();
        float[][] vectors = new float[n + 2 * radius][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = i < radius || i >= n + radius ? nothing : vector(sentences.get(i - radius));
        }
        float[][] logits = new float[n][];
        for (int i = 0; i < n; i++) {
            float[] inContext = context.bias.clone();
            for (int j = 0; j <= 2 * radius; j++) {
                context.add(vectors[i + j], j * size, inContext);
            }
            rectify(inContext);
            float[] result = output.bias.clone();
            output.add(vectors[i + radius], 0, result);
            output.add(inContext, size, result);
            logits[i] = result;
        }
        return logits;
    }

    /** The vector of a sentence by itself. */
    private float[] vector(EncodedSentence encoded) {
        int filters = architecture.filters();
        int pooled = architecture.pooled();
        int[] words = encoded.words();
        byte[] shapes = encoded.shapes();
        int row = shapeTable.length / SHAPES;
        float[] maxima = new float[pooled];
        float[] window = new float[filters];
        int firstPlace = 0;
        for (int w = 0; w < architecture.widths().size(); w++) {
            int width = architecture.widths().get(w);
            int before = Architecture.wordsBefore(width);
            for (int t = 0; t < words.length; t++) {
                Arrays.fill(window, 0);
                int from = Math.max(0, t - before);
                int to = Math.min(words.length, t - before + width);
                for (int j = from; j < to; j++) {
                    int offset = (firstPlace + j - t + before) * filters;
                    int word = words[j] * row + offset;
                    int shape = shapes[j] * row + offset;
                    for (int f = 0; f < filters; f++) {
                        window[f] += wordTable[word + f] + shapeTable[shape + f];
                    }
                }
                int at = w * filters;
                for (int f = 0; f < filters; f++) {
                    maxima[at + f] = Math.max(maxima[at + f], window[f]);
                }
            }
            firstPlace += width;
        }
        float[] vector = sentence.bias.clone();
        sentence.add(maxima, 0, vector);
        sentence.add(encoded.dense(), pooled, vector);
        rectify(vector);
        return vector;
    }

    private static void rectify(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }

    private static void add(float factor, float[] from, int fromAt, float[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] += factor * from[fromAt + i];
        }
    }

    private static float[] values(Map<String, Tensor> tensors, String name, int... shape) {
        Tensor tensor = tensors.get(name);
        if (tensor == null || !Arrays.equals(tensor.shape(), shape)) {
            throw new IllegalArgumentException("array " + name + " must have the shape " + Arrays.toString(shape)
                    + (tensor == null ? " and is missing" : ", not " + Arrays.toString(tensor.shape())));
        }
        return tensor.values();
    }

    /** A fully connected layer: weights (inputs, outputs) and a bias. */
    private static final class Layer {
        private final float[] weights;
        private final float[] bias;

        Layer(Map<String, Tensor> tensors, String name, int inputs, int outputs) {
            this.weights = values(tensors, name, inputs, outputs);
            this.bias = values(tensors, name + ".bias", outputs);
        }

        /** Adds what the inputs from {@code first} on give to the outputs. */
        void add(float[] inputs, int first, float[] outputs) {
            for (int i = 0; i < inputs.length; i++) {
                if (inputs[i] != 0) {
                    Network.add(inputs[i], weights, (first + i) * outputs.length, outputs, 0, outputs.length);
                }
            }
        }
    }
}
