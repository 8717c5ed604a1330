package io.verbatim.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * The convolutions of all widths over the words of a sentence, and their maxima.
 *
 * <p>A convolution is linear in the words of its window, so what a word adds at each place of each window is a row of
 * numbers of its own, and a sentence costs one addition of a row a word. A row is made when its word is first seen: it
 * depends on the weights alone, so that threads which make the same one at once do no harm, and a row in the table never
 * changes. Safe for threads.
 *
 * <p>A row's numbers stand in blocks by how many words later their window ends, and in a block by width, the widest
 * first. The sums of the windows under way have the same layout: adding a word's row is one loop over equal indices, the
 * first block then holds the windows that end with this word, and each other block becomes a beginning of the one before.
 */
final class Convolution {

    private static final int SHAPES = 1 << FeatureExtractor.SHAPE_BITS;

    private final int embedding;
    private final int filters;
    /** The widths, the widest first. */
    private final int[] widths;
    /** Where each block begins, and at last the length of a row: (widest + 1). */
    private final int[] blocks;
    /** For each place of the first block, the filter's place among the maxima of {@link Architecture}: (pooled). */
    private final int[] pooledOrder;
    /** By how many words each width's window ends after the word it is named for, the most first. */
    private final int[] delays;

    private final float[] vectors;
    private final float[][] weights;
    private final float[] bias;
    private final AtomicReferenceArray<float[]> words;
    private final float[][] shapes = new float[SHAPES][];

    Convolution(Architecture architecture, int ids, Map<String, Tensor> tensors) {
        embedding = architecture.embedding();
        filters = architecture.filters();
        int places = Math.multiplyExact(architecture.places(), filters);
        List<Integer> given = architecture.widths();
        int[] order = IntStream.range(0, given.size())
                .boxed()
                .sorted(Comparator.comparing(given::get, Comparator.reverseOrder()))
                .mapToInt(i -> i)
                .toArray();
        widths = Arrays.stream(order).map(given::get).toArray();
        delays = Arrays.stream(widths)
                .map(width -> width - 1 - Architecture.wordsBefore(width))
                .toArray();
        blocks = new int[widths[0] + 1];
        int[] layout = layout(given, order);
        pooledOrder = new int[widths.length * filters];
        for (int i = 0; i < pooledOrder.length; i++) {
            pooledOrder[i] = order[i / filters] * filters + i % filters;
        }
        vectors = Tensor.values(tensors, "embedding", ids, embedding);
        float[] matrix = Tensor.values(tensors, "convolution", architecture.channels(), places);
        weights = new float[architecture.channels()][];
        for (int channel = 0; channel < weights.length; channel++) {
            weights[channel] = arrange(matrix, channel * places, layout);
        }
        bias = arrange(Tensor.values(tensors, "convolution.bias", places), 0, layout);
        words = new AtomicReferenceArray<>(ids);
        for (int shape = 0; shape < SHAPES; shape++) {
            shapes[shape] = shape(shape);
        }
    }

    /** For each place of a row, its place in the arrays of {@link Architecture}; fills {@link #blocks}. */
    private int[] layout(List<Integer> given, int[] order) {
        int[] firstPlace = new int[given.size()];
        for (int i = 1; i < firstPlace.length; i++) {
            firstPlace[i] = firstPlace[i - 1] + given.get(i - 1);
        }
        int[] layout = new int[Arrays.stream(widths).sum() * filters];
        int at = 0;
        for (int later = 0; later < widths[0]; later++) {
            blocks[later] = at;
            for (int w = 0; w < widths.length && widths[w] > later; w++) {
                int place = firstPlace[order[w]] + widths[w] - 1 - later;
                for (int f = 0; f < filters; f++) {
                    layout[at++] = place * filters + f;
                }
            }
        }
        blocks[widths[0]] = at;
        return layout;
    }

    private static float[] arrange(float[] values, int first, int[] layout) {
        float[] arranged = new float[layout.length];
        for (int i = 0; i < layout.length; i++) {
            arranged[i] = values[first + layout[i]];
        }
        return arranged;
    }

    private float[] shape(int bits) {
        float[] row = new float[bias.length];
        for (int bit = 0; bit < FeatureExtractor.SHAPE_BITS; bit++) {
            if ((bits >> bit & 1) != 0) {
                add(row, weights[embedding + bit]);
            }
        }
        return row;
    }

    /** The row of a word. */
    private float[] row(int word) {
        float[] row = words.getAcquire(word);
        if (row == null) {
            row = makeRow(word);
            words.setRelease(word, row);
        }
        return row;
    }

    private float[] makeRow(int word) {
        float[] row = bias.clone();
        for (int c = 0; c < embedding; c++) {
            addScaled(row, weights[c], vectors[word * embedding + c]);
        }
        return row;
    }

    /** The number of maxima. */
    int pooled() {
        return pooledOrder.length;
    }

    /** Which of the maxima of {@link Architecture} stands at place {@code i} of those of {@link #run}. */
    int pooledOrder(int i) {
        return pooledOrder[i];
    }

    /** The length of the sums of windows under way. */
    int sums() {
        return bias.length;
    }

    /**
     * Computes the maxima over the windows of a sentence, none of them below 0.
     *
     * @param encoded the sentence
     * @param sums room for the windows under way: ({@link #sums})
     * @param maxima where the maxima go: ({@link #pooled})
     */
    void run(EncodedSentence encoded, float[] sums, float[] maxima) {
        int[] tokens = encoded.words();
        byte[] bits = encoded.shapes();
        Arrays.fill(sums, 0);
        Arrays.fill(maxima, 0);
        int last = tokens.length - 1;
        int steps = tokens.length + delays[0];
        for (int step = 0; step < steps; step++) {
            if (step <= last) {
                if (bits[step] == 0) {
                    add(sums, row(tokens[step]));
                } else {
                    add(sums, row(tokens[step]), shapes[bits[step]]);
                }
            }
            if (step >= delays[0] && step <= last) {
                max(maxima, sums);
            } else {
                maxAtBorder(maxima, sums, step, last);
            }
            advance(sums);
        }
    }

    /** Leaves out the windows of words before the first and behind the last. */
    private void maxAtBorder(float[] maxima, float[] sums, int step, int last) {
        for (int w = 0; w < widths.length; w++) {
            int word = step - delays[w];
            if (word >= 0 && word <= last) {
                max(maxima, sums, w * filters, (w + 1) * filters);
            }
        }
    }

    /** Moves each block to the one before; nothing has been added yet to the windows that begin with the next word. */
    private void advance(float[] sums) {
        for (int later = 1; later < widths[0]; later++) {
            int size = blocks[later + 1] - blocks[later];
            System.arraycopy(sums, blocks[later], sums, blocks[later - 1], size);
            Arrays.fill(sums, blocks[later - 1] + size, blocks[later], 0);
        }
        Arrays.fill(sums, blocks[widths[0] - 1], blocks[widths[0]], 0);
    }

    // These loops are what HotSpot vectorises: one index for all arrays.

    private static void add(float[] sums, float[] row) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row[i];
        }
    }

    private static void add(float[] sums, float[] word, float[] shape) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += word[i] + shape[i];
        }
    }

    private static void addScaled(float[] sums, float[] row, float factor) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * row[i];
        }
    }

    private static void max(float[] maxima, float[] sums) {
        for (int i = 0; i < maxima.length; i++) {
            maxima[i] = Math.max(maxima[i], sums[i]);
        }
    }

    private static void max(float[] maxima, float[] sums, int from, int to) {
        for (int i = from; i < to; i++) {
            maxima[i] = Math.max(maxima[i], sums[i]);
        }
    }
}
