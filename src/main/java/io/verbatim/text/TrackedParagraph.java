package io.verbatim.text;

/**
 * A paragraph whose quotations are to be found.
 *
 * @param surface the paragraph's text
 * @param sentences its sentences' spans in that text, ascending
 * @param marks its quotation marks
 */
record TrackedParagraph(Surface surface, Spans sentences, QuotationMarks marks) {

    TrackedParagraph(Surface surface, Spans sentences) {
        this(surface, sentences, QuotationMarks.find(surface));
    }

    /** The sentence that holds {@code offset}, or the last one that begins before it. */
    int sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sentences.start(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Whether only white space stands before {@code offset} in its sentence. */
    boolean startsSentence(int offset) {
        int start = sentences.start(sentenceAt(offset));
        return surface.skipSpacesBack(offset, start) == start;
    }

    /** Whether the paragraph begins with a mark, its first, that may open a quotation. */
    boolean opensWithMark() {
        return marks.size() > 0
                && surface.skipSpaces(0, surface.length()) == marks.start(0)
                && (marks.role(0) == QuotationMarks.Role.OPENS || marks.role(0) == QuotationMarks.Role.EITHER);
    }
}
