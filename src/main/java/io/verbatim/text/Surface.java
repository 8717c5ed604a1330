package io.verbatim.text;

import io.verbatim.article.HtmlEntity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text as rules see it, code unit by code unit: every kind of white space is a space, an HTML entity is the character
 * it stands for followed by {@link #FILL}, an invisible character between visible ones is {@link #VOID}, full-width
 * quotation marks are plain ones. Offsets are those of the text.
 * Immutable once made.
 */
final class Surface {

    /** Fills the rest of an entity; to be stepped over. It never stands first. */
    static final char FILL = '\uFFFE';

    /** Stands for an invisible character between visible ones; to be stepped over. It never stands first. */
    static final char VOID = '\uFFFF';

    /** More invisible characters behind one another are taken for white space, so that no look-around is long. */
    private static final int LONGEST_RUN = 8;

    private final char[] chars;

    private Surface(char[] chars) {
        this.chars = chars;
    }

    /** The surface of {@code text} from {@code start} to {@code end}; its offsets count from {@code start}. */
    static Surface of(String text, int start, int end) {
        char[] chars = new char[end - start];
        text.getChars(start, end, chars, 0);
        smooth(text, start, chars, 0, chars.length);
        return new Surface(chars);
    }

    /** The surface of some lines with a space between each two. */
    static Surface ofLines(List<String> lines) {
        int length = Math.max(0, lines.size() - 1);
        for (String line : lines) {
            length += line.length();
        }
        char[] chars = new char[length];
        int start = 0;
        for (String line : lines) {
            if (start > 0) {
                chars[start - 1] = ' ';
            }
            line.getChars(0, line.length(), chars, start);
            smooth(line, 0, chars, start, start + line.length());
            start += line.length() + 1;
        }
        return new Surface(chars);
    }

    /** Replaces what is not plain among the characters from {@code start} to {@code end}, which {@code text} has too. */
    private static void smooth(String text, int textStart, char[] chars, int start, int end) {
        int shift = textStart - start;
        int i = start;
        while (i < end) {
            char c = chars[i];
            int length = c == '&' ? HtmlEntity.length(text, i + shift, end + shift) : 0;
            if (length > 0) {
                chars[i] = plain(HtmlEntity.character(text, i + shift, i + shift + length));
                Arrays.fill(chars, i + 1, i + length, FILL);
                i += length;
            } else {
                if (isInvisible(c) && isBetweenVisible(chars, i, start, end)) {
                    chars[i] = VOID;
                } else if (c < ' ' || c >= 0x7F) {
                    chars[i] = plain(c);
                }
                i++;
            }
        }
    }

    /** Whether no white space, nor the text's start or end, lies beside the invisible characters around {@code i}. */
    private static boolean isBetweenVisible(char[] chars, int i, int start, int end) {
        int limit = Math.min(end, i + LONGEST_RUN);
        int next = i + 1;
        while (next < limit && isInvisible(chars[next])) {
            next++;
        }
        return i > start && chars[i - 1] != ' ' && next < limit && !isWhite(chars[next]);
    }

    private static char plain(char c) {
        return switch (c) {
            case FILL, VOID -> '\uFFFD';
            case '\uFF02', '\u301D', '\u301E' -> '"';
            case '\uFF07' -> '\'';
            default -> isWhite(c) ? ' ' : c;
        };
    }

    /** Whether this is white space of any kind: breaking or not, of any width down to none, or a mark of direction. */
    static boolean isWhite(char c) {
        if (c < 0x80) {
            return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
        }
        return switch (c) {
            case '\u0085', '\u180E', '\u200B', '\u200C', '\u200E', '\u200F', '\u2060', '\uFEFF' -> true;
            default -> Character.isSpaceChar(c);
        };
    }

    /** Whether this shows nothing and parts nothing within a word: of no width, a soft hyphen, a mark of direction. */
    static boolean isInvisible(char c) {
        return switch (c) {
            case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF' -> true;
            default -> false;
        };
    }

    /** Whether this is to be stepped over. */
    static boolean isStep(char c) {
        return c == FILL || c == VOID;
    }

    int length() {
        return chars.length;
    }

    char at(int i) {
        return chars[i];
    }

    /** Whether {@code i} is a space or outside the text. */
    boolean isSpace(int i) {
        return i < 0 || i >= chars.length || chars[i] == ' ';
    }

    /** Where the character before {@code i} begins, -1 at the start. */
    int before(int i) {
        int k = i - 1;
        while (k >= 0 && isStep(chars[k])) {
            k--;
        }
        return k;
    }

    /** Where the character after the one at {@code i} begins. */
    int after(int i) {
        int k = i + 1;
        while (k < chars.length && isStep(chars[k])) {
            k++;
        }
        return k;
    }

    /** The character at {@code i}, a space outside the text. */
    char orSpace(int i) {
        return i < 0 || i >= chars.length ? ' ' : chars[i];
    }

    /** The first offset from {@code i} on, below {@code limit}, that is no space; {@code limit} if there is none. */
    int skipSpaces(int i, int limit) {
        int k = i;
        while (k < limit && (chars[k] == ' ' || isStep(chars[k]))) {
            k++;
        }
        return k;
    }

    /** One past the last character before {@code i}, not below {@code limit}, that is no space. */
    int skipSpacesBack(int i, int limit) {
        int end = i;
        while (end > limit) {
            if (chars[end - 1] == VOID) {
                end--;
                continue;
            }
            int k = before(end);
            if (k < limit || chars[k] != ' ') {
                return end;
            }
            end = k;
        }
        return limit;
    }

    /** The text between two offsets, entities as the characters that they stand for. */
    String text(int start, int end) {
        StringBuilder text = new StringBuilder(Math.max(0, end - start));
        for (int i = start; i < end; i++) {
            if (!isStep(chars[i])) {
                text.append(chars[i]);
            }
        }
        return text.toString();
    }

    /** One past the last character from {@code start} on, below {@code limit}, before a space. */
    int wordEnd(int start, int limit) {
        int end = start;
        while (end < limit && chars[end] != ' ') {
            end++;
        }
        return end;
    }

    /** The letters and digits from {@code start} on, {@code longest} at most, in lower case. */
    String wordAt(int start, int longest) {
        int limit = Math.min(chars.length, start + longest);
        int end = start;
        while (end < limit && (Character.isLetterOrDigit(chars[end]) || isStep(chars[end]))) {
            end++;
        }
        return text(start, end).toLowerCase(Locale.ROOT);
    }
}
