package io.verbatim.spark;

/** Input or options that can't be used. Its message is one line that names what and the remedy. */
final class JobException extends Exception {
    private static final long serialVersionUID = 1L;

    JobException(String message) {
        super(message);
    }
}
