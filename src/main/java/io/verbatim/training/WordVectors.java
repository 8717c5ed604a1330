package io.verbatim.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Word vectors from running text by skip-gram with negative sampling (Mikolov et al. 2013, "Distributed Representations
 * of Words and Phrases and their Compositionality"). One thread, so that a seed gives the same vectors.
 */
final class WordVectors {

    private static final int WINDOW = 3;
    private static final int NEGATIVES = 5;
    private static final double FIRST_RATE = 0.05;
    /** Words more frequent than this share of all are left out now and then. */
    private static final double FREQUENT = 1e-4;

    private static final double SMOOTHING = 0.75;
    private static final int SIGMOID_STEPS = 1024;
    private static final float SIGMOID_RANGE = 6;
    private static final float[] SIGMOID = sigmoids();

    private final int dimensions;
    private final float[] inner;
    private final float[] outer;
    private final SplittableRandom random;

    private WordVectors(int ids, int dimensions, long seed) {
        this.dimensions = dimensions;
        this.random = new SplittableRandom(seed);
        this.inner = new float[ids * dimensions];
        this.outer = new float[ids * dimensions];
        for (int i = 0; i < inner.length; i++) {
            inner[i] = (float) (random.nextDouble() - 0.5) / dimensions;
        }
    }

    /**
     * Learns vectors.
     *
     * @param sentences the ids of the words of each sentence
     * @param ids how many ids there are
     * @param dimensions of a vector
     * @param epochs passes over the sentences
     * @param deviation the standard deviation that all values together get
     * @return the vectors behind one another: (ids × dimensions); of an id that doesn't occur, small values by chance
     */
    static float[] learn(List<int[]> sentences, int ids, int dimensions, int epochs, double deviation, long seed) {
        WordVectors vectors = new WordVectors(ids, dimensions, seed);
        vectors.learn(sentences, ids, epochs);
        return vectors.scaled(deviation);
    }

    private void learn(List<int[]> sentences, int ids, int epochs) {
        long[] counts = new long[ids];
        long total = 0;
        for (int[] sentence : sentences) {
            for (int id : sentence) {
                counts[id]++;
            }
            total += sentence.length;
        }
        int[] negatives = negatives(counts);
        long done = 0;
        int[] kept = new int[1024];
        float[] error = new float[dimensions];
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int[] sentence : sentences) {
                float rate = (float) (FIRST_RATE * Math.max(1e-3, 1 - (double) done / ((double) total * epochs)));
                done += sentence.length;
                int n = 0;
                for (int id : sentence) {
                    double share = (double) counts[id] / total;
                    if (n < kept.length && (share <= FREQUENT || random.nextDouble() < Math.sqrt(FREQUENT / share))) {
                        kept[n++] = id;
                    }
                }
                for (int i = 0; i < n; i++) {
                    int reach = 1 + random.nextInt(WINDOW);
                    for (int j = Math.max(0, i - reach); j <= Math.min(n - 1, i + reach); j++) {
                        if (j != i) {
                            pair(kept[i], kept[j], rate, negatives, error);
                        }
                    }
                }
            }
        }
    }

    private void pair(int word, int neighbour, float rate, int[] negatives, float[] error) {
        int at = word * dimensions;
        Arrays.fill(error, 0);
        for (int k = 0; k <= NEGATIVES; k++) {
            int target = k == 0 ? neighbour : negatives[random.nextInt(negatives.length)];
            if (k > 0 && target == neighbour) {
                continue;
            }
            int to = target * dimensions;
            float product = 0;
            for (int d = 0; d < dimensions; d++) {
                product += inner[at + d] * outer[to + d];
            }
            float step = rate * ((k == 0 ? 1 : 0) - sigmoid(product));
            for (int d = 0; d < dimensions; d++) {
                error[d] += step * outer[to + d];
                outer[to + d] += step * inner[at + d];
            }
        }
        for (int d = 0; d < dimensions; d++) {
            inner[at + d] += error[d];
        }
    }

    /** The logistic function, from a table. */
    static float sigmoid(float x) {
        if (x >= SIGMOID_RANGE) {
            return 1;
        } else if (x <= -SIGMOID_RANGE) {
            return 0;
        }
        // Just below the range's end the division rounds up to 1.
        return SIGMOID[Math.min(SIGMOID_STEPS - 1, (int) ((x / SIGMOID_RANGE + 1) / 2 * SIGMOID_STEPS))];
    }

    private static float[] sigmoids() {
        float[] sigmoids = new float[SIGMOID_STEPS];
        for (int i = 0; i < SIGMOID_STEPS; i++) {
            double x = (2.0 * i / SIGMOID_STEPS - 1) * SIGMOID_RANGE;
            sigmoids[i] = (float) (1 / (1 + Math.exp(-x)));
        }
        return sigmoids;
    }

    /** Ids to draw from, each as often as its count to the power of three quarters says. */
    private static int[] negatives(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += Math.pow(count, SMOOTHING);
        }
        int[] table = new int[1 << 20];
        double reached = 0;
        int filled = 0;
        for (int id = 0; id < counts.length; id++) {
            reached += Math.pow(counts[id], SMOOTHING) / sum;
            while (filled < table.length && filled < reached * table.length) {
                table[filled++] = id;
            }
        }
        return filled == table.length ? table : Arrays.copyOf(table, filled);
    }

    private float[] scaled(double deviation) {
        double squares = 0;
        for (float value : inner) {
            squares += (double) value * value;
        }
        float factor = (float) (deviation / Math.sqrt(squares / inner.length));
        float[] result = new float[inner.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = inner[i] * factor;
        }
        return result;
    }
}
