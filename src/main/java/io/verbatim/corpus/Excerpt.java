package io.verbatim.corpus;

import java.util.regex.Pattern;

/** Shows a piece of the user's data in a message of one line. */
final class Excerpt {

    private static final int LONGEST = 60;
    /** Controls, line separators and overrides of direction. */
    private static final Pattern BREAKING = Pattern.compile("[\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]");

    private Excerpt() {}

    /** The text in quotation marks, shortened, its control characters as spaces. */
    static String of(String text) {
        int end = Math.min(text.length(), LONGEST);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return '"' + oneLine(text.substring(0, end)) + (end < text.length() ? "…" : "") + '"';
    }

    /** A text as it can't break a line or move a terminal's cursor: what would is a space. */
    static String oneLine(String text) {
        return BREAKING.matcher(text).replaceAll(" ");
    }
}
