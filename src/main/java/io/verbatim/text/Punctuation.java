package io.verbatim.text;

/** What a punctuation mark can be to a sentence. */
final class Punctuation {

    private Punctuation() {}

    /** Whether a sentence may end with this. */
    static boolean isTerminal(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || c == '‽';
    }

    /** Whether this may stand behind the end of a sentence and still belong to it. */
    static boolean isClosing(char c) {
        return switch (c) {
            case '"', '”', '’', '\'', '»', '›', '“', ')', ']', '}', '*', '_', '´', Surface.FILL, Surface.VOID -> true;
            default -> false;
        };
    }

    static boolean isQuotationMark(char c) {
        return switch (c) {
            case '"', '“', '”', '„', '‟', '\'', '‘', '’', '‚', '‛', '`', '«', '»', '‹', '›' -> true;
            default -> false;
        };
    }

    /** Whether this may stand before the first word of a sentence. */
    static boolean isBeforeWord(char c) {
        return isQuotationMark(c)
                || switch (c) {
                    case ' ',
                            Surface.FILL,
                            Surface.VOID,
                            '(',
                            '[',
                            '{',
                            '-',
                            '–',
                            '—',
                            '―',
                            '.',
                            '…',
                            '*',
                            '_',
                            '¡',
                            '¿',
                            '•' -> true;
                    default -> false;
                };
    }
}
