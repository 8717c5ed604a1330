package io.verbatim.text;

import java.util.Locale;
import java.util.Set;

/**
 * Splits a paragraph into sentences. A border can stand only at white space, behind a word that ends in a full stop, a
 * question or exclamation mark or an ellipsis, with closing marks and brackets after it. Most such places are settled by
 * what stands on both sides; {@link BorderModel} decides the others. One pass, each place looked at with a bounded
 * number of characters around it. For one thread.
 */
final class SentenceSplitter {

    /** How far behind a possible border the rules look. */
    private static final int FAR = 120;

    /** The longest word that is looked up. */
    private static final int LONGEST_WORD = 24;

    private static final double LIKELY = 0.5;
    private static final double NEAR_CERTAIN = 0.9;

    /** Words that open a sentence far more often than they follow an abbreviation inside one. */
    private static final Set<String> OPENERS = Set.of(
            "the",
            "a",
            "an",
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "you",
            "this",
            "that",
            "these",
            "those",
            "there",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "your",
            "in",
            "on",
            "at",
            "but",
            "and",
            "or",
            "so",
            "if",
            "when",
            "while",
            "as",
            "for",
            "from",
            "after",
            "before",
            "since",
            "with",
            "by",
            "to",
            "also",
            "however",
            "although",
            "though",
            "because",
            "some",
            "many",
            "most",
            "all",
            "both",
            "each",
            "one",
            "two",
            "no",
            "not",
            "what",
            "who",
            "how",
            "why",
            "where",
            "under",
            "during",
            "last",
            "earlier",
            "meanwhile",
            "then",
            "now",
            "still",
            "even",
            "about",
            "other",
            "another",
            "according",
            "officials",
            "police",
            "nearly",
            "more",
            "such",
            "here",
            "only",
            "instead",
            "yet",
            "once",
            "until",
            "is",
            "are",
            "was",
            "do",
            "did",
            "does",
            "let",
            "please",
            "asked",
            "despite",
            "among");

    /** What may follow the saying verb of an attribution that stands behind its quotation. */
    private static final Set<String> AFTER_VERB = Set.of(
            "at",
            "in",
            "on",
            "as",
            "when",
            "during",
            "after",
            "before",
            "to",
            "of",
            "while",
            "with",
            "from",
            "via",
            "rhetorically",
            "back",
            "again",
            "aloud",
            "into",
            "through",
            "outside",
            "inside",
            "over",
            "about",
            "last",
            "yesterday",
            "today",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "later");

    private final BorderModel model;

    SentenceSplitter(BorderModel model) {
        this.model = model;
    }

    /** The sentences of a paragraph that neither begins nor ends with white space. */
    Spans split(Surface surface, CharSequence text, int offset) {
        int length = surface.length();
        Spans sentences = new Spans(8);
        int sentence = 0;
        int previous = 0;
        int word = 0;
        int straightMarks = 0;
        boolean ended = false;
        while (word < length) {
            int end = word;
            int mark = -1;
            while (end < length && isInWord(surface, text, offset, end)) {
                char c = surface.at(end);
                if (c == '"') {
                    straightMarks++;
                } else if (isTerminal(c)) {
                    mark = end;
                }
                end++;
            }
            int next = end;
            boolean line = false;
            while (next < length && !isInWord(surface, text, offset, next)) {
                line |= isLineEnd(text.charAt(offset + next));
                next++;
            }
            if (next == length) {
                break;
            }
            // A lone closing mark or stop belongs to the word before it, and so does what that word decides.
            boolean loneClosing = isLoneClosing(surface, word, end, straightMarks);
            ended = loneClosing && (ended || mark >= 0) || !loneClosing && endsInTerminal(surface, word, end, mark);
            boolean border = line && startsBullet(surface, next)
                    || ended
                            && isBorder(surface, sentence, previous, word, mark, end, next, loneClosing, straightMarks);
            if (border) {
                sentences.add(sentence, end);
                sentence = next;
                ended = false;
            }
            if (!loneClosing || border) {
                previous = word;
            }
            word = next;
        }
        sentences.add(sentence, length);
        return sentences;
    }

    /** Whether the code unit at {@code i} belongs to a word; a space written as an entity does not part sentences. */
    private static boolean isInWord(Surface surface, CharSequence text, int offset, int i) {
        return surface.at(i) != ' ' || text.charAt(offset + i) == '&';
    }

    private boolean isBorder(
            Surface surface,
            int sentence,
            int previous,
            int word,
            int mark,
            int end,
            int next,
            boolean loneClosing,
            int straightMarks) {
        int first = next;
        int limit = Math.min(surface.length(), next + FAR);
        boolean opening = false;
        boolean points = false;
        while (first < limit && isBeforeWord(surface.at(first))) {
            char c = surface.at(first);
            opening |= isQuotationMark(c);
            points |= c == '.' || c == '…';
            first++;
        }
        if (first == limit) {
            return false;
        }
        int nextEnd = wordEnd(surface, next, limit);
        if (isLoneClosing(surface, next, nextEnd, straightMarks + count(surface, next, nextEnd, '"'))) {
            return false;
        }
        char c = surface.at(first);
        if (first == next && ",;:)]}?!%”".indexOf(c) >= 0) {
            return false;
        }
        boolean lower =
                Character.isLowerCase(c) && !hasInnerCapital(surface, first, nextEnd) && !startsAddress(surface, first);
        if (mark < 0) {
            return loneClosing && !lower;
        }
        char terminal = surface.at(mark);
        int wordEnd = mark;
        while (wordEnd > word && isTerminal(surface.at(wordEnd - 1))) {
            wordEnd--;
        }
        boolean ellipsis = terminal == '…' || mark - wordEnd >= 1 && terminal == '.' && surface.at(mark - 1) == '.';
        if (ellipsis || points) {
            return !lower
                    && (Character.isUpperCase(c) || opening)
                    && !(ellipsis && word == sentence && wordEnd == word);
        }
        if (terminal == '!' || terminal == '?') {
            return !lower && !(closes(surface, mark + 1, end) && isAttribution(surface, first));
        }
        if (wordEnd == word) {
            return !lower && (loneClosing || word > sentence);
        }
        return isBorderAfterStop(surface, sentence, previous, word, wordEnd, mark, end, next, first, lower);
    }

    private boolean isBorderAfterStop(
            Surface surface,
            int sentence,
            int previous,
            int word,
            int wordEnd,
            int mark,
            int end,
            int next,
            int first,
            boolean lower) {
        int start = word;
        while (start < wordEnd && isBeforeWord(surface.at(start))) {
            start++;
        }
        String written = wordEnd - start > LONGEST_WORD ? "" : surface.text(start, wordEnd);
        String abbreviation = written.toLowerCase(Locale.ROOT);
        int hyphen = abbreviation.lastIndexOf('-');
        char c = surface.at(first);
        boolean closed = mark + 1 < end;
        if (Abbreviations.BEFORE_NAME.contains(abbreviation) && !closed) {
            return false;
        }
        boolean digit = Character.isDigit(c);
        if (!closed
                && (Abbreviations.BEFORE_NUMBER.contains(abbreviation) || Abbreviations.DATES.contains(abbreviation))
                && (digit || lower)) {
            return digit ? false : model(surface, previous, word, mark, end, next) >= NEAR_CERTAIN;
        }
        boolean dotted = written.indexOf('.') >= 0;
        boolean initial = written.length() == 1 && Character.isLetter(written.charAt(0));
        boolean inName =
                Abbreviations.WITHIN_NAME.contains(hyphen < 0 ? abbreviation : abbreviation.substring(hyphen + 1))
                        || (dotted && isInitials(written));
        if (lower) {
            return !initial && !inName && !dotted && model(surface, previous, word, mark, end, next) >= NEAR_CERTAIN;
        }
        // The number of a list's item.
        if (word == sentence && isDigits(written) && !closed) {
            return false;
        }
        if ((inName || initial) && !closed) {
            // A dateline's dash, a time's or a company's bracket.
            if ("(-–—".indexOf(surface.at(next)) >= 0) {
                return false;
            }
            boolean opener = OPENERS.contains(following(surface, first));
            if (initial && (word == sentence || (!opener && !"I".equals(written)))) {
                return false;
            }
            return opener
                    || (isQuotationMark(surface.at(first - 1))
                            && model(surface, previous, word, mark, end, next) >= LIKELY);
        }
        if (written.length() >= 2
                && written.length() <= 4
                && !closed
                && Character.isUpperCase(written.charAt(0))
                && Character.isLowerCase(written.charAt(1))) {
            return model(surface, previous, word, mark, end, next) >= 0.2;
        }
        return true;
    }

    private double model(Surface surface, int previous, int word, int mark, int end, int next) {
        return model.probability(surface, previous, word, mark, end, next);
    }

    /**
     * Whether an attribution of the quotation before begins here: a few words that name the speaker, a saying verb, and
     * no clause after it.
     */
    private static boolean isAttribution(Surface surface, int start) {
        int limit = Math.min(surface.length(), start + FAR);
        int word = start;
        for (int words = 0; words < 7 && word < limit; words++) {
            int end = wordEnd(surface, word, limit);
            int core = end;
            while (core > word && !Character.isLetterOrDigit(surface.at(core - 1))) {
                core--;
            }
            String form = surface.text(word, core).toLowerCase(Locale.ROOT);
            boolean punctuated = core < end;
            if (words > 0 && SayingVerbs.contains(form)) {
                int next = surface.skipSpaces(end, limit);
                String following = following(surface, next);
                return punctuated
                        || next == limit
                        || AFTER_VERB.contains(following)
                        || following.endsWith("ly")
                        || ("told".equals(form) && Character.isUpperCase(surface.orSpace(next)));
            }
            if (punctuated
                    && !(surface.at(core) == '.' && (core - word == 1 || Abbreviations.contains(form)))
                    && surface.at(core) != ',') {
                return false;
            }
            word = surface.skipSpaces(end, limit);
        }
        return false;
    }

    private static int wordEnd(Surface surface, int start, int limit) {
        int end = start;
        while (end < limit && surface.at(end) != ' ') {
            end++;
        }
        return end;
    }

    /** The word that begins here, in lower case, without what follows an apostrophe. */
    private static String following(Surface surface, int start) {
        int limit = Math.min(surface.length(), start + LONGEST_WORD);
        int end = start;
        while (end < limit && Character.isLetterOrDigit(surface.at(end))) {
            end++;
        }
        return surface.text(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean endsInTerminal(Surface surface, int word, int end, int mark) {
        if (mark < 0) {
            return false;
        }
        for (int i = mark + 1; i < end; i++) {
            if (!isClosing(surface.at(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is nothing but closing marks, brackets and stops. */
    private static boolean isLoneClosing(Surface surface, int word, int end, int straightMarks) {
        boolean straight = false;
        for (int i = word; i < end; i++) {
            char c = surface.at(i);
            straight |= c == '"';
            if (c == '\'' ? end - word > 2 : !(isClosing(c) || isTerminal(c))) {
                return false;
            }
        }
        return end > word
                && (!straight || straightMarks % 2 == 0)
                && !(end - word > 1 && surface.at(word) == '.' && surface.at(word + 1) == '.');
    }

    private static boolean closes(Surface surface, int start, int end) {
        for (int i = start; i < end; i++) {
            if (isQuotationMark(surface.at(i))) {
                return true;
            }
        }
        return false;
    }

    private static int count(Surface surface, int start, int end, char c) {
        int count = 0;
        for (int i = start; i < end; i++) {
            if (surface.at(i) == c) {
                count++;
            }
        }
        return count;
    }

    private static boolean isTerminal(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || c == '‽';
    }

    private static boolean isClosing(char c) {
        return switch (c) {
            case '"', '”', '’', '\'', '»', '›', '“', ')', ']', '}', '*', '_', '´', Surface.FILL -> true;
            default -> false;
        };
    }

    private static boolean isQuotationMark(char c) {
        return switch (c) {
            case '"', '“', '”', '„', '‟', '\'', '‘', '’', '‚', '‛', '`', '«', '»', '‹', '›' -> true;
            default -> false;
        };
    }

    private static boolean isBeforeWord(char c) {
        return isQuotationMark(c)
                || switch (c) {
                    case ' ', Surface.FILL, '(', '[', '{', '-', '–', '—', '―', '.', '…', '*', '_', '¡', '¿', '•' ->
                        true;
                    default -> false;
                };
    }

    private static boolean startsBullet(Surface surface, int start) {
        int end = start + 1;
        if ("•‣▪◦●*-–—·".indexOf(surface.at(start)) < 0) {
            while (end < surface.length() && end - start < 4 && Character.isDigit(surface.at(end - 1))) {
                end++;
            }
            if (end == start + 1 || ".)".indexOf(surface.at(end - 1)) < 0) {
                return false;
            }
        }
        return end < surface.length() && surface.isSpace(end);
    }

    private static boolean isLineEnd(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028';
    }

    private static boolean hasInnerCapital(Surface surface, int start, int end) {
        for (int i = start + 1; i < end && i < start + LONGEST_WORD; i++) {
            if (Character.isUpperCase(surface.at(i)) && Character.isLetter(surface.at(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAddress(Surface surface, int start) {
        String word = surface.text(start, Math.min(surface.length(), start + LONGEST_WORD));
        return word.startsWith("http://") || word.startsWith("https://") || word.startsWith("www.");
    }

    private static boolean isDigits(String word) {
        return !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    }

    /** Letters with full stops between them, one each or two: {@code U.S}, {@code Ph.D}. */
    private static boolean isInitials(String word) {
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '.') {
                run = 0;
            } else if (c != '&' && (!Character.isLetter(c) || ++run > 2)) {
                return false;
            }
        }
        return true;
    }
}
