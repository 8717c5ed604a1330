package io.verbatim.text;

import io.verbatim.article.Quotation.Mark;

/**
 * The part of a quotation between two of its marks, or between a mark and a paragraph's border.
 *
 * @param start first code unit inside, counted from the paragraph's start
 * @param end one past the last code unit inside
 * @param opens whether an opening mark stands at the start
 * @param closes whether the closing mark stands at the end
 * @param run the quotation that this is a part of
 */
record QuotedSpan(int start, int end, boolean opens, boolean closes, Run run) {

    /** One quotation, however many paragraphs it runs over. Its end is known only when all of them are read. */
    static final class Run {
        final Mark mark;
        boolean closed;

        Run(Mark mark) {
            this.mark = mark;
        }
    }
}
