package io.verbatim.article;

import java.util.HashMap;
import java.util.Map;

/**
 * HTML's character references as they are left over in texts: {@code &quot;}, {@code &#8220;}, {@code &#x201c;}. Those of
 * marks, spaces, symbols and of Latin-1's letters are known by name.
 */
public final class HtmlEntity {

    private static final int LONGEST = 12;

    private static final Map<String, Character> NAMED = withLetters(Map.ofEntries(
            Map.entry("quot", '"'),
            Map.entry("QUOT", '"'),
            Map.entry("apos", '\''),
            Map.entry("amp", '&'),
            Map.entry("lt", '<'),
            Map.entry("gt", '>'),
            Map.entry("ldquo", '“'),
            Map.entry("rdquo", '”'),
            Map.entry("bdquo", '„'),
            Map.entry("lsquo", '‘'),
            Map.entry("rsquo", '’'),
            Map.entry("sbquo", '‚'),
            Map.entry("laquo", '«'),
            Map.entry("raquo", '»'),
            Map.entry("lsaquo", '‹'),
            Map.entry("rsaquo", '›'),
            Map.entry("grave", '`'),
            Map.entry("acute", '´'),
            Map.entry("ndash", '–'),
            Map.entry("mdash", '—'),
            Map.entry("horbar", '―'),
            Map.entry("hellip", '…'),
            Map.entry("bull", '•'),
            Map.entry("middot", '·'),
            Map.entry("nbsp", ' '),
            Map.entry("thinsp", ' '),
            Map.entry("ensp", ' '),
            Map.entry("emsp", ' '),
            Map.entry("zwnj", '\u200C'),
            Map.entry("zwj", '\u200D'),
            Map.entry("shy", '\u00AD'),
            Map.entry("lrm", ' '),
            Map.entry("rlm", ' '),
            Map.entry("prime", '′'),
            Map.entry("Prime", '″'),
            Map.entry("pound", '£'),
            Map.entry("euro", '€'),
            Map.entry("yen", '¥'),
            Map.entry("cent", '¢'),
            Map.entry("copy", '©'),
            Map.entry("reg", '®'),
            Map.entry("trade", '™'),
            Map.entry("deg", '°'),
            Map.entry("sect", '§'),
            Map.entry("times", '×'),
            Map.entry("minus", '−')));

    /** Latin-1's letters from U+00C0 on. */
    private static final char FIRST_LETTER = 'À';

    /** What Windows-1252 has at 128 to 159, which pages write as numeric references all the same. */
    private static final String WINDOWS = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

    private HtmlEntity() {}

    private static Map<String, Character> withLetters(Map<String, Character> marks) {
        Map<String, Character> all = new HashMap<>(marks);
        String[] names = """
                Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH
                Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave
                aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde
                ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml""".split("\\s+");
        for (int i = 0; i < names.length; i++) {
            all.put(names[i], (char) (FIRST_LETTER + i));
        }
        return Map.copyOf(all);
    }

    /** The length of the reference that begins with the ampersand at {@code start}, or 0 where none does. */
    public static int length(CharSequence text, int start, int end) {
        int limit = Math.min(end, start + LONGEST);
        int i = start + 1;
        if (i < limit && text.charAt(i) == '#') {
            i++;
            boolean hex = i < limit && (text.charAt(i) == 'x' || text.charAt(i) == 'X');
            if (hex) {
                i++;
            }
            int digits = i;
            while (i < limit && isDigit(text.charAt(i), hex)) {
                i++;
            }
            return i > digits && i < limit && text.charAt(i) == ';' ? i + 1 - start : 0;
        }
        int name = i;
        while (i < limit && isNameCharacter(text.charAt(i))) {
            i++;
        }
        return i > name + 1 && i < limit && text.charAt(i) == ';' ? i + 1 - start : 0;
    }

    /**
     * The character that a reference stands for; U+FFFD outside the Basic Multilingual Plane, a letter for a name that
     * is not known, since nearly all others are letters.
     */
    public static char character(CharSequence text, int start, int end) {
        if (text.charAt(start + 1) != '#') {
            return NAMED.getOrDefault(text.subSequence(start + 1, end - 1).toString(), 'x');
        }
        boolean hex = text.charAt(start + 2) == 'x' || text.charAt(start + 2) == 'X';
        String digits = text.subSequence(start + (hex ? 3 : 2), end - 1).toString();
        long code = Long.parseLong(digits, hex ? 16 : 10);
        if (code >= 128 && code < 160) {
            return WINDOWS.charAt((int) code - 128);
        }
        return code > Character.MAX_VALUE || Character.isSurrogate((char) code) ? '\uFFFD' : (char) code;
    }

    private static boolean isDigit(char c, boolean hex) {
        return (c >= '0' && c <= '9') || (hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Whether the name or the number of a reference is known, so that {@link #character} is what it stands for. */
    static boolean isKnown(CharSequence text, int start, int end) {
        return text.charAt(start + 1) == '#'
                ? character(text, start, end) != '\uFFFD'
                : NAMED.containsKey(text.subSequence(start + 1, end - 1).toString());
    }
}
