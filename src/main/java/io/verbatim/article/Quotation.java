package io.verbatim.article;

/**
 * The part of a quotation that stands in one sentence.
 *
 * @param start first UTF-16 code unit inside the marks, counted from the sentence's start
 * @param end one past the last code unit inside the marks, counted from the sentence's start
 * @param opens whether the opening mark stands in this sentence; otherwise the quotation ran into it
 * @param closes whether the closing mark stands in this sentence; otherwise the quotation runs on after it, or its mark
 *     was never closed
 * @param unclosed whether the quotation has no closing mark anywhere in the article
 * @param mark the kind of its opening mark
 */
public record Quotation(int start, int end, boolean opens, boolean closes, boolean unclosed, Mark mark) {

    /** The kinds of quotation marks. */
    public enum Mark {
        /** {@code "} and its entity. */
        STRAIGHT,
        /** {@code “ ”} and {@code „}. */
        CURLY,
        /** {@code ‘ ’} and {@code '} used as quotation marks. */
        SINGLE,
        /** {@code « »}. */
        ANGLED,
        /** {@code `` ''}. */
        LATEX
    }

    public Quotation {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a quotation from " + start + " to " + end);
        }
    }
}
