package io.verbatim.cli;

import io.verbatim.evaluation.Progress;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * A line on standard error for each part of a long evaluation.
 *
 * @param name what is being trained
 * @param err standard error
 */
record ProgressLine(String name, PrintWriter err) implements Progress {

    @Override
    public void update(int done, int total, Duration elapsed, Duration left) {
        err.printf(
                "verbatim: %s %d/%d, %d:%02d passed, about %d:%02d left%n",
                name,
                done,
                total,
                elapsed.toMinutes(),
                elapsed.toSecondsPart(),
                left.toMinutes(),
                left.toSecondsPart());
        err.flush();
    }
}
