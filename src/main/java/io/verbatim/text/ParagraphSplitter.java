package io.verbatim.text;

/**
 * Splits a text into paragraphs: at blank lines, or at every line where no blank line stands between two that are not.
 * A form feed and U+2029 end a paragraph in either case. A line that holds nothing but white space of any kind is blank.
 */
final class ParagraphSplitter {

    private ParagraphSplitter() {}

    /** The paragraphs' spans without the white space around them. */
    static Spans split(String text) {
        boolean wrapped = hasBlankLine(text);
        Spans paragraphs = new Spans(16);
        int start = -1;
        int end = -1;
        boolean lineIsBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Surface.isWhite(c)) {
                if (start < 0) {
                    start = i;
                }
                end = i + 1;
                lineIsBlank = false;
            } else if (isLineEnd(text, i)) {
                if (start >= 0 && (!wrapped || lineIsBlank || isParagraphEnd(c))) {
                    paragraphs.add(start, end);
                    start = -1;
                }
                lineIsBlank = true;
            }
        }
        if (start >= 0) {
            paragraphs.add(start, end);
        }
        return paragraphs;
    }

    private static boolean hasBlankLine(String text) {
        boolean begun = false;
        boolean blankLine = false;
        boolean lineIsBlank = true;
        for (int i = 0; i < text.length(); i++) {
            if (!Surface.isWhite(text.charAt(i))) {
                if (blankLine) {
                    return true;
                }
                begun = true;
                lineIsBlank = false;
            } else if (isLineEnd(text, i)) {
                blankLine |= begun && lineIsBlank;
                lineIsBlank = true;
            }
        }
        return false;
    }

    /** Whether a line ends with the character at {@code i}; of CR and LF together, with the second. */
    private static boolean isLineEnd(String text, int i) {
        return switch (text.charAt(i)) {
            case '\n', '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> true;
            case '\r' -> i + 1 == text.length() || text.charAt(i + 1) != '\n';
            default -> false;
        };
    }

    private static boolean isParagraphEnd(char c) {
        return c == '\f' || c == '\u2029';
    }
}
