package io.verbatim.evaluation;

import java.time.Duration;

/** Told as parts of a long run end; called by one thread at a time. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (done, total, elapsed, left) -> {};

    /**
     * A part has ended.
     *
     * @param done how many parts have ended
     * @param total how many there are
     * @param elapsed the time since the start
     * @param left an estimate of the time until the end, from the time that the parts so far took
     */
    void update(int done, int total, Duration elapsed, Duration left);
}
