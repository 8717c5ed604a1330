package io.verbatim.server;

import java.util.function.Consumer;

/**
 * What the server tells its operator: a line at a time, never a word of an article. Messages of unexpected exceptions
 * are left out, since they may quote one.
 */
final class Notices {

    private static final int FRAMES = 12;

    private final Consumer<String> lines;

    Notices(Consumer<String> lines) {
        this.lines = lines;
    }

    void line(String line) {
        lines.accept(line);
    }

    /** A failure nobody foresaw: its kind and where it happened. */
    void failure(Throwable failure) {
        StringBuilder told =
                new StringBuilder("internal error: ").append(failure.getClass().getName());
        StackTraceElement[] frames = failure.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            told.append(System.lineSeparator()).append("    at ").append(frames[i]);
        }
        lines.accept(told.toString());
    }
}
