package io.verbatim.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The percentile bootstrap over articles (Efron 1979; Davison and Hinkley 1997, section 2.4): a replicate draws as many
 * articles as there are, with replacement, and takes each with all its sentences, since sentences of one article
 * depend on each other. The default is 1,000 replicates, intervals of 95 % and the seed 1. Immutable; the same settings give
 * the same intervals, however many processors share the work.
 *
 * @param replicates how many draws
 * @param level the probability with which an interval is to cover the truth, between 0 and 1
 * @param seed of the draws
 */
public record Bootstrap(int replicates, double level, long seed) {

    /** 1,000 replicates, 95 %, seed 1. */
    public static final Bootstrap DEFAULT = new Bootstrap(1000, 0.95, 1);

    public Bootstrap {
        if (replicates < 1) {
            throw new IllegalArgumentException("replicates: " + replicates + ", must be at least 1");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level: " + level + ", must be between 0 and 1");
        }
    }

    /**
     * The metrics of every replicate: (metrics × replicates). Replicate {@code r} draws the same articles for every
     * classifier that is scored on the same articles, so that differences are paired.
     */
    double[][] replicates(Sums sums, List<Metric> metrics) {
        SplittableRandom root = new SplittableRandom(seed);
        long[] seeds = new long[replicates];
        Arrays.setAll(seeds, r -> root.nextLong());
        double[][] values = new double[metrics.size()][replicates];
        IntStream.range(0, replicates).parallel().forEach(r -> {
            Sample sample = sums.draw(weights(sums.articles(), seeds[r]));
            for (int m = 0; m < values.length; m++) {
                values[m][r] = metrics.get(m).of(sample);
            }
        });
        return values;
    }

    /** The value with the interval between the percentiles of its replicates. */
    Estimate estimate(double value, double[] replicates) {
        double[] sorted = replicates.clone();
        Arrays.sort(sorted);
        double tail = (1 - level) / 2;
        return new Estimate(value, quantile(sorted, tail), quantile(sorted, 1 - tail));
    }

    /** The linearly interpolated quantile of sorted values (type 7 of Hyndman and Fan 1996). */
    static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static int[] weights(int articles, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] weights = new int[articles];
        for (int i = 0; i < articles; i++) {
            weights[random.nextInt(articles)]++;
        }
        return weights;
    }
}
