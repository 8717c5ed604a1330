package io.verbatim.training.transformer;

/**
 * How a transformer is fine-tuned.
 *
 * @param epochs passes over the tables
 * @param batch windows of a step
 * @param window pieces of a window at most
 * @param heads heads of the transformer's attention
 * @param learningRate the largest step of AdamW; it rises over the first 6 % of the steps and falls to 0
 * @param outputRate the same for the last layer, which begins from nothing
 * @param weightDecay how far a step draws matrices to zero, as a share of its size
 * @param seed the seed of all chance
 * @param threads threads of ND4J; results depend on them
 */
public record FineTuningOptions(
        int epochs,
        int batch,
        int window,
        int heads,
        double learningRate,
        double outputRate,
        double weightDecay,
        long seed,
        int threads) {

    /** Pieces that a window must hold, so that the longest sentence fits. */
    private static final int LEAST_WINDOW = 96;

    public FineTuningOptions {
        if (epochs < 1 || batch < 1 || heads < 1 || threads < 1) {
            throw new IllegalArgumentException("epochs, batch, heads and threads must be at least 1");
        } else if (window < LEAST_WINDOW) {
            throw new IllegalArgumentException("window must be at least " + LEAST_WINDOW + ", not " + window);
        } else if (!(learningRate > 0 && learningRate < 1 && outputRate > 0 && outputRate < 1)) {
            throw new IllegalArgumentException("learning rates must be above 0 and below 1");
        } else if (!(weightDecay >= 0 && weightDecay < 1)) {
            throw new IllegalArgumentException("weight decay must be at least 0 and below 1");
        }
    }

    /** What fine-tuning does unless told otherwise. */
    public static FineTuningOptions defaults() {
        return new FineTuningOptions(2, 8, 256, 12, 5e-5, 1e-3, 0.01, 1, 1);
    }
}
