package io.verbatim.corpus;

import java.io.IOException;

/**
 * Input of the user's that can't be used. Its message is one line that names file, line and remedy; what would break the line is
 * a space in it.
 */
public final class InputException extends IOException {
    private static final long serialVersionUID = 1L;

    /** An error with a one-line message for the user. */
    public InputException(String message) {
        super(Excerpt.oneLine(message));
    }

    /** An error with a one-line message for the user, and what led to it. */
    public InputException(String message, Throwable cause) {
        super(Excerpt.oneLine(message), cause);
    }
}
