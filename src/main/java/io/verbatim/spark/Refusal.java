package io.verbatim.spark;

/** Why a row is not labelled. */
enum Refusal {
    NO_ID("no-id", "the row has no article id"),
    NO_TEXT("no-text", "the row has no text"),
    NOT_UTF8("not-utf8", "the text is not UTF-8; its broken bytes are shown as U+FFFD"),
    TOO_LONG("too-long", "the article has more than " + Refusal.LONGEST + " characters"),
    MALFORMED("malformed", "the record can't be read as the file's format"),
    NO_ORDER("no-order", "paragraph or sentence is not a whole number"),
    FAILED("failed", "labelling failed");

    /** UTF-16 code units of the longest article. */
    static final int LONGEST = 1 << 20;

    private final String code;
    private final String message;

    Refusal(String code, String message) {
        this.code = code;
        this.message = message;
    }

    /** The name of the reason in the column {@code error.code}. */
    String code() {
        return code;
    }

    /** The reason as a sentence. */
    String message() {
        return message;
    }

    /** The reason of this code. */
    static Refusal of(String code) {
        for (Refusal refusal : values()) {
            if (refusal.code.equals(code)) {
                return refusal;
            }
        }
        throw new IllegalArgumentException("no reason is called " + code);
    }
}
