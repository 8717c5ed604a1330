package io.verbatim.training.transformer;

import java.util.SplittableRandom;

/** The chance that all layers of a network share; it begins anew at each step, so that a training can go on at any. */
final class Chance {

    private SplittableRandom random = new SplittableRandom(0);

    void restart(long seed) {
        random = new SplittableRandom(seed);
    }

    int nextInt() {
        return random.nextInt();
    }
}
