package io.verbatim.corpus;

/**
 * Something that a check found in a table.
 *
 * @param severity whether it has to be mended
 * @param kind a short name of what it is, for programs: {@code label}, {@code mojibake} …
 * @param file the table
 * @param line the line on which the row begins, counted from 1; 0 where it is the whole file
 * @param message what is wrong, in one line
 */
public record Finding(Severity severity, String kind, String file, long line, String message) {

    /** Whether a finding has to be mended. */
    public enum Severity {
        /** Training and evaluation refuse the table, or would learn wrong things from it. */
        ERROR,
        /** May be right, and is worth a look. */
        WARNING
    }

    /** {@code file:line: error: message}. */
    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + line : "")
                + (severity == Severity.ERROR ? ": error: " : ": warning: ")
                + message;
    }
}
