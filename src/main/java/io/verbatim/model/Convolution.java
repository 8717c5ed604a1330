package io.verbatim.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * The convolutions of all widths over the words of a sentence, and their maxima over it or its pieces.
 *
 * <p>A convolution is linear in the words of its window, so what a word adds at each place of each window is a row of
 * numbers of its own, and a sentence costs one addition of a row a word. A row is made when its word is first seen: it
 * depends on the weights alone, so that threads which make the same one at once do no harm, and a row in the table never
 * changes. Safe for threads.
 *
 * <p>A row's numbers stand in blocks by how many words later their window ends, and in a block by width, the widest
 * first. So the windows that end with a word are the sum of the first block of its row, the second of the row before and
 * so on; the blocks are copied to arrays that begin with them, which HotSpot can add in one vector loop.
 */
final class Convolution {

    private static final int SHAPES = 1 << FeatureExtractor.SHAPE_BITS;
    /** Up to this width the blocks of a window are added in one loop. */
    private static final int FUSED = 5;

    private final int embedding;
    private final int filters;
    private final int pieces;
    /** The widths, the widest first. */
    private final int[] widths;
    /** Where each block begins, and at last the length of a row: (widest + 1). */
    private final int[] blocks;
    /** For each place of the first block, the filter's place among those of {@link Architecture}: (widths × filters). */
    private final int[] order;
    /** By how many words each width's window ends after the word it is named for, the most first. */
    private final int[] delays;

    private final float[] vectors;
    private final float[][] weights;
    private final float[] bias;
    private final AtomicReferenceArray<float[]> words;
    private final float[][] shapes = new float[SHAPES][];
    /** The row where no word stands. */
    private final float[] none;

    Convolution(Architecture architecture, int ids, Map<String, Tensor> tensors) {
        embedding = architecture.embedding();
        filters = architecture.filters();
        pieces = architecture.pieces();
        int places = Math.multiplyExact(architecture.places(), filters);
        List<Integer> given = architecture.widths();
        int[] widest = IntStream.range(0, given.size())
                .boxed()
                .sorted(Comparator.comparing(given::get, Comparator.reverseOrder()))
                .mapToInt(i -> i)
                .toArray();
        widths = Arrays.stream(widest).map(given::get).toArray();
        delays = Arrays.stream(widths)
                .map(width -> width - 1 - Architecture.wordsBefore(width))
                .toArray();
        blocks = new int[widths[0] + 1];
        int[] layout = layout(given, widest);
        order = new int[widths.length * filters];
        for (int i = 0; i < order.length; i++) {
            order[i] = widest[i / filters] * filters + i % filters;
        }
        vectors = Tensor.values(tensors, "embedding", ids, embedding);
        float[] matrix = Tensor.values(tensors, "convolution", architecture.channels(), places);
        weights = new float[architecture.channels()][];
        for (int channel = 0; channel < weights.length; channel++) {
            weights[channel] = arrange(matrix, channel * places, layout);
        }
        bias = arrange(Tensor.values(tensors, "convolution.bias", places), 0, layout);
        none = new float[bias.length];
        words = new AtomicReferenceArray<>(ids);
        for (int shape = 0; shape < SHAPES; shape++) {
            shapes[shape] = shape(shape);
        }
    }

    /** For each place of a row, its place in the arrays of {@link Architecture}; fills {@link #blocks}. */
    private int[] layout(List<Integer> given, int[] widest) {
        int[] firstPlace = new int[given.size()];
        for (int i = 1; i < firstPlace.length; i++) {
            firstPlace[i] = firstPlace[i - 1] + given.get(i - 1);
        }
        int[] layout = new int[Arrays.stream(widths).sum() * filters];
        int at = 0;
        for (int later = 0; later < widths[0]; later++) {
            blocks[later] = at;
            for (int w = 0; w < widths.length && widths[w] > later; w++) {
                int place = firstPlace[widest[w]] + widths[w] - 1 - later;
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
        return order.length * pieces;
    }

    /** Which of the maxima of {@link Architecture} stands at place {@code i} of those of {@link Windows}. */
    int pooledOrder(int i) {
        return i - i % order.length + order[i % order.length];
    }

    /** Room for the pass over a sentence. */
    Windows windows() {
        return new Windows();
    }

    /** The rows of the words that the windows under way hold. For one thread. */
    final class Windows {
        /** The last rows, by the number of their word. */
        private final float[][] rows = new float[widths[0]][];
        /** Rows of words with a shape, in the same places. */
        private final float[][] shaped = new float[widths[0]][bias.length];
        /** The blocks of the rows before, each from 0 on; what lies beyond a block is 0. */
        private final float[][] parts = new float[Math.max(FUSED, widths[0])][order.length];

        private final float[] sums = new float[order.length];
        private final float[][] ofPieces = new float[pieces][order.length];

        /**
         * Computes the maxima over the windows of a sentence, none of them below 0.
         *
         * @param maxima where the maxima go: ({@link #pooled})
         */
        void maxima(EncodedSentence encoded, float[] maxima) {
            for (float[] piece : ofPieces) {
                Arrays.fill(piece, 0);
            }
            pool(encoded);
            for (int piece = 0; piece < pieces; piece++) {
                System.arraycopy(ofPieces[piece], 0, maxima, piece * order.length, order.length);
            }
        }

        private void pool(EncodedSentence encoded) {
            int[] tokens = encoded.words();
            byte[] bits = encoded.shapes();
            Arrays.fill(rows, none);
            int last = tokens.length - 1;
            int steps = tokens.length + delays[0];
            for (int step = 0; step < steps; step++) {
                rows[step % rows.length] = step <= last ? row(tokens[step], bits[step], step) : none;
                for (int later = 1; later < rows.length; later++) {
                    float[] before = rows[(step + rows.length - later) % rows.length];
                    System.arraycopy(before, blocks[later], parts[later], 0, blocks[later + 1] - blocks[later]);
                }
                max(ofPieces[Architecture.piece(step, tokens.length, pieces)], rows[step % rows.length], step, last);
            }
        }

        private float[] row(int word, byte bits, int step) {
            float[] row = Convolution.this.row(word);
            if (bits == 0) {
                return row;
            }
            float[] sum = shaped[step % rows.length];
            add(sum, row, shapes[bits]);
            return sum;
        }

        /** Leaves out the windows of words before the first and behind the last. */
        private void max(float[] maxima, float[] row, int step, int last) {
            int from = 0;
            while (from < maxima.length && delays[from / filters] > step) {
                from += filters;
            }
            int to = maxima.length;
            while (to > from && delays[to / filters - 1] < step - last) {
                to -= filters;
            }
            if (rows.length <= FUSED) {
                maxOfFive(maxima, row, parts[1], parts[2], parts[3], parts[4], from, to);
            } else {
                System.arraycopy(row, 0, sums, 0, sums.length);
                for (int later = 1; later < rows.length; later++) {
                    add(sums, parts[later]);
                }
                maxOf(maxima, sums, from, to);
            }
        }
    }

    /** The maxima of a sentence, in double precision, and the windows that they come from. */
    Parts parts(EncodedSentence encoded) {
        int tokens = encoded.words().length;
        double[] maxima = new double[pooled()];
        int[] best = new int[maxima.length];
        Arrays.fill(best, -1);
        float[][] rows = new float[tokens][];
        for (int t = 0; t < tokens; t++) {
            rows[t] = row(encoded.words()[t]);
        }
        for (int i = 0; i < order.length; i++) {
            for (int end = delays[i / filters]; end < tokens + delays[i / filters]; end++) {
                double sum = 0;
                for (int t = first(i, end); t <= Math.min(end, tokens - 1); t++) {
                    sum += part(rows[t], encoded.shapes()[t], i, end - t);
                }
                int at = i + Architecture.piece(end, tokens, pieces) * order.length;
                if (sum > maxima[at]) {
                    maxima[at] = sum;
                    best[at] = end;
                }
            }
        }
        return new Parts(encoded.shapes(), rows, maxima, best);
    }

    /** The first word of the window of filter {@code i} that ends with word {@code end}. */
    private int first(int i, int end) {
        return Math.max(0, end - widths[i / filters] + 1);
    }

    /** What a word adds to filter {@code i} of the window that ends some words later. */
    private double part(float[] row, byte bits, int i, int later) {
        int at = blocks[later] + i;
        return (double) row[at] + shapes[bits][at];
    }

    /** The maxima of a sentence, each with the last word of the window that it comes from. */
    final class Parts {
        private final byte[] bits;
        private final float[][] rows;
        private final double[] maxima;
        private final int[] best;

        private Parts(byte[] bits, float[][] rows, double[] maxima, int[] best) {
            this.bits = bits;
            this.rows = rows;
            this.maxima = maxima;
            this.best = best;
        }

        /** Not to be changed. */
        double[] maxima() {
            return maxima;
        }

        /** Adds to each word what it adds to a weighted sum of the maxima. */
        void divide(double[] weights, double[] words) {
            for (int i = 0; i < maxima.length; i++) {
                int end = best[i];
                if (end >= 0) {
                    int filter = i % order.length;
                    for (int t = first(filter, end); t <= Math.min(end, rows.length - 1); t++) {
                        words[t] += weights[i] * part(rows[t], bits[t], filter, end - t);
                    }
                }
            }
        }
    }

    // These loops are what HotSpot vectorises: one index for all arrays.

    private static void add(float[] sums, float[] row) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += row[i];
        }
    }

    private static void add(float[] sum, float[] word, float[] shape) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = word[i] + shape[i];
        }
    }

    private static void addScaled(float[] sums, float[] row, float factor) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * row[i];
        }
    }

    private static void maxOf(float[] maxima, float[] sums, int from, int to) {
        for (int i = from; i < to; i++) {
            maxima[i] = Math.max(maxima[i], sums[i]);
        }
    }

    private static void maxOfFive(
            float[] maxima, float[] a, float[] b, float[] c, float[] d, float[] e, int from, int to) {
        for (int i = from; i < to; i++) {
            maxima[i] = Math.max(maxima[i], a[i] + b[i] + c[i] + d[i] + e[i]);
        }
    }
}
