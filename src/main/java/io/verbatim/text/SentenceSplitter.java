package io.verbatim.text;

import static io.verbatim.text.Punctuation.isBeforeWord;
import static io.verbatim.text.Punctuation.isClosing;
import static io.verbatim.text.Punctuation.isQuotationMark;
import static io.verbatim.text.Punctuation.isTerminal;

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

    /** Asked of the model where lower case follows. */
    private static final double NEAR_CERTAIN = 0.9;

    /** Asked of the model where a short capitalised word ends, which may be an abbreviation or a name. */
    private static final double POSSIBLE = 0.2;

    /** Words that open a sentence far more often than they follow an abbreviation inside one. */
    private static final Set<String> OPENERS = Set.of("""
            the a an he she it they we i you this that these those there his her its their our my your in on at
            but and or so if when while as for from after before since with by to also however although though
            because some many most all both each one two no not what who how why where under during last earlier
            meanwhile then now still even about other another according officials police nearly more such here
            only instead yet once until is are was do did does let please asked despite among""".split("\\s+"));

    private final BorderModel model;

    SentenceSplitter(BorderModel model) {
        this.model = model;
    }

    /**
     * The sentences of a paragraph that neither begins nor ends with white space.
     *
     * @param surface the paragraph
     * @param text the text it was taken from
     * @param offset where it begins there
     */
    Spans split(Surface surface, CharSequence text, int offset) {
        return new Pass(surface, text, offset).run();
    }

    /** One paragraph's words, that is runs without white space, from left to right. */
    private final class Pass {
        private final Surface surface;
        private final CharSequence text;
        private final int offset;

        /** Where the sentence begins, and the word before. */
        private int sentence;

        private int previous;

        /** Where the word begins and ends, where its last terminal stands (-1 if none), and where the next begins. */
        private int word;

        private int end;
        private int mark;
        private int next;

        /** Straight double marks so far: an odd number of them leaves a quotation open. */
        private int straightMarks;

        /** Whether the word is nothing but closing marks and stops. */
        private boolean loneClosing;

        Pass(Surface surface, CharSequence text, int offset) {
            this.surface = surface;
            this.text = text;
            this.offset = offset;
        }

        Spans run() {
            Spans sentences = new Spans(8);
            boolean ended = false;
            while (true) {
                findWord();
                boolean lineEnds = findNext();
                if (next == surface.length()) {
                    sentences.add(sentence, next);
                    return sentences;
                }
                // A lone closing mark or stop belongs to the word before it, and so does what that word decides.
                loneClosing = isLoneClosing(word, end, straightMarks);
                ended = loneClosing ? ended || mark >= 0 : endsInTerminal();
                boolean border = (lineEnds && startsBullet(next)) || (ended && isBorder());
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
        }

        private void findWord() {
            end = word;
            mark = -1;
            while (end < surface.length() && isInWord(end)) {
                char c = surface.at(end);
                if (c == '"') {
                    straightMarks++;
                } else if (isTerminal(c)) {
                    mark = end;
                }
                end++;
            }
        }

        /** Finds the next word; returns whether a line ends before it. */
        private boolean findNext() {
            boolean lineEnds = false;
            next = end;
            while (next < surface.length() && !isInWord(next)) {
                char c = text.charAt(offset + next);
                lineEnds |= (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028';
                next++;
            }
            return lineEnds;
        }

        /** Whether the code unit at {@code i} belongs to a word; a space written as an entity does not part sentences. */
        private boolean isInWord(int i) {
            return surface.at(i) != ' ' || text.charAt(offset + i) == '&';
        }

        private boolean isBorder() {
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
            int nextEnd = surface.wordEnd(next, limit);
            if (isLoneClosing(next, nextEnd, straightMarks + countStraight(next, nextEnd))) {
                return false;
            }
            char c = surface.at(first);
            if (first == next && ",;:)]}?!%”".indexOf(c) >= 0) {
                return false;
            }
            boolean lower = Character.isLowerCase(c) && !hasInnerCapital(first, nextEnd) && !startsAddress(first);
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
                return !lower && !(hasQuotationMark(mark + 1, end) && Attribution.follows(surface, first));
            }
            if (wordEnd == word) {
                return !lower && (loneClosing || word > sentence);
            }
            return isBorderAfterStop(wordEnd, first, lower);
        }

        private boolean isBorderAfterStop(int wordEnd, int first, boolean lower) {
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
                    && (Abbreviations.BEFORE_NUMBER.contains(abbreviation)
                            || Abbreviations.DATES.contains(abbreviation))
                    && (digit || lower)) {
                return digit ? false : model() >= NEAR_CERTAIN;
            }
            boolean dotted = written.indexOf('.') >= 0;
            boolean initial = written.length() == 1 && Character.isLetter(written.charAt(0));
            boolean inName =
                    Abbreviations.WITHIN_NAME.contains(hyphen < 0 ? abbreviation : abbreviation.substring(hyphen + 1))
                            || (dotted && isInitials(written));
            if (lower) {
                return !initial && !inName && !dotted && model() >= NEAR_CERTAIN;
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
                boolean opener = OPENERS.contains(surface.wordAt(first, LONGEST_WORD));
                if (initial && (word == sentence || (!opener && !"I".equals(written)))) {
                    return false;
                }
                return opener || (isQuotationMark(surface.at(first - 1)) && model() >= LIKELY);
            }
            if (written.length() >= 2
                    && written.length() <= 4
                    && !closed
                    && Character.isUpperCase(written.charAt(0))
                    && Character.isLowerCase(written.charAt(1))) {
                return model() >= POSSIBLE;
            }
            return true;
        }

        private double model() {
            return model.probability(surface, previous, word, mark, end, next);
        }

        private boolean endsInTerminal() {
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
        private boolean isLoneClosing(int word, int end, int straightMarks) {
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

        private boolean hasQuotationMark(int start, int end) {
            for (int i = start; i < end; i++) {
                if (isQuotationMark(surface.at(i))) {
                    return true;
                }
            }
            return false;
        }

        private int countStraight(int start, int end) {
            int count = 0;
            for (int i = start; i < end; i++) {
                if (surface.at(i) == '"') {
                    count++;
                }
            }
            return count;
        }

        private boolean startsBullet(int start) {
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

        private boolean hasInnerCapital(int start, int end) {
            for (int i = start + 1; i < end && i < start + LONGEST_WORD; i++) {
                if (Character.isUpperCase(surface.at(i)) && Character.isLetter(surface.at(i - 1))) {
                    return true;
                }
            }
            return false;
        }

        private boolean startsAddress(int start) {
            String word = surface.text(start, Math.min(surface.length(), start + LONGEST_WORD));
            return word.startsWith("http://") || word.startsWith("https://") || word.startsWith("www.");
        }
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
