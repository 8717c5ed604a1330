package io.verbatim.corpus;

/** What becomes of the rows of a table that have no label. */
public enum Unlabelled {
    /** They are an error. */
    REFUSE,
    /** Their sentences stay as context of the others and have no label; the column {@code label} must be there. */
    SKIP,
    /** As {@link #SKIP}, and the column {@code label} may be missing. */
    KEEP
}
