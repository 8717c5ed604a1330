package io.verbatim.text;

import io.verbatim.article.HtmlEntity;
import java.util.Locale;

/** Cuts a sentence into words, numbers and punctuation marks by the rules of this package's description, in one pass. */
final class Tokenizer {

    private static final int LONGEST_ABBREVIATION = 8;

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private final String text;
    private final Spans tokens;

    private Tokenizer(String text, Spans tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Start and end of each token of {@code sentence} in turn. */
    static int[] tokens(String sentence) {
        return tokens(sentence, new Spans(sentence.length() / 5 + 1));
    }

    /** The same, with a list to work in, which is emptied before. */
    static int[] tokens(String sentence, Spans room) {
        room.clear();
        new Tokenizer(sentence, room).run();
        return room.toArray();
    }

    private void run() {
        int i = 0;
        while (i < text.length()) {
            int white = whiteEnd(i);
            if (white > i) {
                i = white;
            } else {
                int end = end(i);
                tokens.add(i, end);
                i = end;
            }
        }
    }

    /** Where the token that begins at {@code start} ends. */
    private int end(int start) {
        char c = text.charAt(start);
        int entity = c == '&' ? entityLength(start) : 0;
        if (isWordAt(start)) {
            return isAddress(start) ? addressEnd(start) : wordEnd(start);
        }
        if (entity > 0) {
            int end = start + entity;
            return "£€¥¢".indexOf(HtmlEntity.character(text, start, end)) >= 0 && Character.isDigit(at(end))
                    ? wordEnd(end)
                    : end;
        }
        boolean wordFollows = isWordAt(start + 1);
        switch (c) {
            case '#', '@', '_' -> {
                return wordFollows ? wordEnd(start + 1) : runEnd(start);
            }
            case '$', '£', '€', '¥', '¢' -> {
                return wordFollows && Character.isDigit(text.charAt(start + 1)) ? wordEnd(start + 1) : start + 1;
            }
            case '.', '-', '–', '—', '―', '*', '=', '~', '|', '+', '…' -> {
                return runEnd(start);
            }
            case '`', '\'', '‘', '’', ',' -> {
                return c != ',' && at(start + 1) == c && (c != '\'' || at(start + 2) != c || isWordAt(start + 3))
                        ? start + 2
                        : start + 1;
            }
            default -> {
                return clusterEnd(start);
            }
        }
    }

    private int wordEnd(int start) {
        int i = start;
        while (true) {
            i = runOfWordEnd(i);
            int joined = joinedEnd(start, i);
            if (joined == i) {
                break;
            }
            i = joined;
        }
        if (at(i) == '%' && Character.isDigit(text.charAt(i - 1))) {
            return i + 1;
        }
        return at(i) == '.' && at(i + 1) != '.' && ownsStop(start, i) ? i + 1 : i;
    }

    private int runOfWordEnd(int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (isAsciiWord(c)) {
                    i++;
                } else if (c == '&' && isWordAt(i)) {
                    i += entityLength(i);
                } else {
                    break;
                }
            } else if (Surface.isInvisible(c)) {
                int next = i + 1;
                while (next < text.length() && Surface.isInvisible(text.charAt(next))) {
                    next++;
                }
                if (!isWordAt(next)) {
                    break;
                }
                i = next;
            } else if (isWordAt(i)) {
                i += Character.charCount(text.codePointAt(i));
            } else {
                break;
            }
        }
        return i;
    }

    /** Past the characters at {@code i} that hold a word together, if they do; otherwise {@code i}. */
    private int joinedEnd(int start, int i) {
        char c = at(i);
        if (c == ' ') {
            return i;
        }
        if (c == '&' && entityLength(i) > 0) {
            return joinedByEntity(i);
        }
        char before = text.charAt(i - 1);
        char after = at(i + 1);
        boolean digits = Character.isDigit(before) && Character.isDigit(after);
        boolean joins = switch (c) {
            case '\'', '’', 'ʼ' -> isWordAt(i + 1) && !Character.isDigit(before);
            case '-', '‐', '‑' -> isWordAt(i + 1);
            case ',', ':', '/' -> digits;
            case '.' -> digits || Character.isLowerCase(after) || (isWordAt(i + 1) && isInitial(start, i));
            case '&' -> Character.isUpperCase(before) && Character.isUpperCase(after);
            case '@' -> isWordAt(i + 1);
            default -> false;
        };
        if (joins) {
            return i + 1;
        }
        // rock-'n'-roll
        boolean pair = (c == '-' && isApostrophe(after)) || (isApostrophe(c) && after == '-');
        return pair && isWordAt(i + 2) && !Character.isDigit(at(i + 2)) && (c != '-' || closesPair(i + 2)) ? i + 2 : i;
    }

    /** Past an entity that holds a word together: an apostrophe, or an ampersand between capitals. */
    private int joinedByEntity(int i) {
        int end = i + entityLength(i);
        char c = HtmlEntity.character(text, i, end);
        char before = text.charAt(i - 1);
        boolean apostrophe = isApostrophe(c) && isWordAt(end) && !Character.isDigit(before);
        boolean ampersand = c == '&' && Character.isUpperCase(before) && Character.isUpperCase(at(end));
        return apostrophe || ampersand ? end : i;
    }

    private int entityLength(int i) {
        return HtmlEntity.length(text, i, text.length());
    }

    /** One past the white space that begins at {@code i}, also where an entity stands for it; {@code i} if none does. */
    private int whiteEnd(int i) {
        char c = text.charAt(i);
        if (c == '&') {
            int length = entityLength(i);
            return length > 0 && Surface.isWhite(HtmlEntity.character(text, i, i + length)) ? i + length : i;
        }
        return Surface.isWhite(c) ? i + 1 : i;
    }

    private boolean closesPair(int i) {
        return isApostrophe(at(i + 1)) && at(i + 2) == '-';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    /** Whether one letter stands before {@code i}, or two where an acronym goes on behind it: {@code Ph.D.} */
    private boolean isInitial(int start, int i) {
        int run = i;
        while (run > start && i - run < 3 && Character.isLetter(text.charAt(run - 1))) {
            run--;
        }
        return i - run == 1 || (i - run == 2 && run == start && at(i + 2) == '.');
    }

    /** Whether the full stop at {@code end} belongs to the word before it: an initial, an acronym, an abbreviation. */
    private boolean ownsStop(int start, int end) {
        if (end - start == 1) {
            return Character.isUpperCase(text.charAt(start)) && text.charAt(start) != 'I';
        }
        if (text.charAt(end - 2) == '.' && Character.isLetter(text.charAt(end - 1))) {
            return true;
        }
        return end - start <= LONGEST_ABBREVIATION
                && Abbreviations.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private boolean isAddress(int start) {
        return switch (text.charAt(start)) {
            case 'h' -> text.startsWith("http://", start) || text.startsWith("https://", start);
            case 'w' -> text.startsWith("www.", start);
            default -> false;
        };
    }

    /** The end of a web address: before white space, a mark or bracket, without punctuation at its end. */
    private int addressEnd(int start) {
        int i = start;
        while (i < text.length()
                && !Surface.isWhite(text.charAt(i))
                && "\"“”‘’'«»<>()[]{}|`".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        while (".,;:!?…".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private int runEnd(int start) {
        int i = start + 1;
        while (at(i) == text.charAt(start)) {
            i++;
        }
        return i;
    }

    /** The end of a mark or symbol with what modifies it: emoji are sequences of code points. */
    private int clusterEnd(int start) {
        int first = text.codePointAt(start);
        int i = start + Character.charCount(first);
        boolean flag = isRegional(first);
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c == ZERO_WIDTH_JOINER
                    && first > 0x2000
                    && i + 1 < text.length()
                    && !Surface.isWhite(text.charAt(i + 1))) {
                i++;
                c = text.codePointAt(i);
            } else if (flag && isRegional(c)) {
                flag = false;
            } else if (!isModifier(c)) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static boolean isRegional(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }

    private static boolean isModifier(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || c == ZERO_WIDTH_JOINER
                || (c >= 0x1F3FB && c <= 0x1F3FF)
                || (c >= 0xE0020 && c <= 0xE007F);
    }

    private boolean isWordAt(int i) {
        if (i >= text.length()) {
            return false;
        }
        int c = text.charAt(i);
        if (c == '&') {
            int length = entityLength(i);
            return length > 0 && Character.isLetterOrDigit(HtmlEntity.character(text, i, i + length));
        } else if (c < 0x80) {
            return isAsciiWord((char) c);
        }
        c = text.codePointAt(i);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.OTHER_NUMBER
                || type == Character.LETTER_NUMBER;
    }

    private static boolean isAsciiWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private char at(int i) {
        return i < text.length() ? text.charAt(i) : ' ';
    }
}
