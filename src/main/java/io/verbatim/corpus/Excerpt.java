package io.verbatim.corpus;

/** Shows a piece of the user's data in a message of one line. */
final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    /** The text in quotation marks, shortened, its control characters as spaces. */
    static String of(String text) {
        int end = Math.min(text.length(), LONGEST);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        String shown = text.substring(0, end).replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        return '"' + shown + (end < text.length() ? "…" : "") + '"';
    }
}
