package io.verbatim.model;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns an article into what a network sees: of each token its id and shape, of each sentence its quotation state, its
 * length and its place. Training and engine share it. Immutable and safe for threads.
 *
 * <p>Shape bits: 1 initial capital, 2 all capitals, 4 holds a digit, 8 inside a quotation, 16 a quotation mark, 32 not in
 * the vocabulary.
 */
public final class FeatureExtractor {

    /** The number of shape bits of a token. */
    public static final int SHAPE_BITS = 6;
    /** The number of features of a whole sentence. */
    public static final int DENSE = 26;

    /** What each feature of a sentence says, in their order: ({@link #DENSE}). */
    public static final List<String> FEATURES = List.of(
            "share of words in quotation marks",
            "holds quoted words",
            "half or more is quoted",
            "nearly all is quoted",
            "a quotation runs into it",
            "a quotation runs on after it",
            "a quotation is never closed",
            "number of quotations",
            "words before the first quotation",
            "words behind the last quotation",
            "begins with a quotation",
            "ends with a quotation",
            "number of words",
            "is very short",
            "is the first of the article",
            "is the first of its paragraph",
            "is the last of its paragraph",
            "is alone in its paragraph",
            "place in the article",
            "ends with a question mark",
            "ends with an exclamation mark",
            "ends with a colon",
            "ends without punctuation",
            "a colon among its first words",
            "share of capitalised words",
            "holds digits");

    static final int CAPITAL = 1;
    static final int CAPITALS = 2;
    static final int DIGIT = 4;
    static final int QUOTED = 8;
    static final int MARK = 16;
    static final int UNKNOWN = 32;

    /** Tokens of a sentence beyond these are not read. */
    static final int MAX_TOKENS = 160;

    private static final float LOG_SCALE = 0.25f;
    /** {@link #LOG_SCALE} times the logarithm of one more than a small number. */
    private static final float[] LOGS = logs();

    private static final int SHORT = 5;
    private static final int LEAD_TOKENS = 8;

    private final Vocabulary vocabulary;

    /** An extractor with a vocabulary. */
    public FeatureExtractor(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The sentences of the article in order. */
    public List<EncodedSentence> encode(Article article) {
        List<EncodedSentence> encoded = new ArrayList<>();
        encode(article, encoded::add);
        return encoded;
    }

    /** Gives the sentences of the article in order, so that not all of them need be held. */
    void encode(Article article, Consumer<EncodedSentence> taker) {
        int total = 0;
        for (Paragraph paragraph : article.paragraphs()) {
            total += paragraph.sentences().size();
        }
        int before = 0;
        for (Paragraph paragraph : article.paragraphs()) {
            int size = paragraph.sentences().size();
            for (int i = 0; i < size; i++) {
                float position = total == 1 ? 0 : (float) before / (total - 1);
                taker.accept(encode(paragraph.sentences().get(i), i, size, before == 0, position));
                before++;
            }
        }
    }

    private EncodedSentence encode(
            Sentence written, int inParagraph, int paragraphSize, boolean first, float position) {
        Sentence sentence = written.withoutEntities();
        String text = sentence.text();
        List<Quotation> quotations = sentence.quotations();
        int tokens = sentence.tokenCount();
        int read = Math.min(tokens, MAX_TOKENS);
        int[] words = new int[Math.max(1, read)];
        byte[] shapes = new byte[Math.max(1, read)];
        int counted = 0;
        int quotedWords = 0;
        int capitalised = 0;
        int wordsBeforeQuotation = 0;
        int wordsAfterQuotation = 0;
        boolean digits = false;
        boolean colonInLead = false;
        int next = 0;
        for (int i = 0; i < tokens; i++) {
            int start = sentence.tokenStart(i);
            int end = sentence.tokenEnd(i);
            while (next < quotations.size() && quotations.get(next).end() <= start) {
                next++;
            }
            boolean quoted =
                    next < quotations.size() && start >= quotations.get(next).start();
            char head = text.charAt(start);
            boolean isWord = Character.isLetterOrDigit(head);
            int upper = 0;
            int lower = 0;
            int digit = 0;
            long hash = Vocabulary.HASH_OF_NOTHING;
            for (int k = start; k < end; k++) {
                char c = text.charAt(k);
                if (c >= 'a' && c <= 'z') {
                    lower = 1;
                    hash = Vocabulary.hashWith(hash, c);
                } else if (c >= 'A' && c <= 'Z') {
                    upper++;
                    hash = Vocabulary.hashWith(hash, (char) (c + 'a' - 'A'));
                } else {
                    upper += Character.isUpperCase(c) ? 1 : 0;
                    lower |= Character.isLowerCase(c) ? 1 : 0;
                    digit |= Character.isDigit(c) ? DIGIT : 0;
                    hash = Vocabulary.hashWith(hash, Vocabulary.normal(c));
                }
            }
            int shape = (upper > 0 && Character.isUpperCase(head) ? CAPITAL : 0)
                    | (upper > 1 && lower == 0 ? CAPITALS : 0)
                    | digit
                    | (quoted ? QUOTED : 0);
            if (isWord) {
                counted++;
                capitalised += shape & CAPITAL;
                digits |= (shape & DIGIT) != 0;
                if (quoted) {
                    quotedWords++;
                    wordsAfterQuotation = 0;
                } else {
                    wordsAfterQuotation++;
                    wordsBeforeQuotation += quotedWords == 0 ? 1 : 0;
                }
            }
            colonInLead |= i < LEAD_TOKENS && head == ':';
            if (i < read) {
                boolean mark = !isWord && isQuotationMark(head);
                int id = mark ? Vocabulary.QUOTATION_MARK : vocabulary.id(Vocabulary.finished(hash), text, start, end);
                words[i] = id;
                shapes[i] = (byte) (shape | (mark ? MARK : 0) | (mark || vocabulary.isWord(id) ? 0 : UNKNOWN));
            }
        }
        if (read == 0) {
            words[0] = Vocabulary.NOTHING;
        }
        char last = lastCharacter(sentence);
        float share = counted == 0 ? (quotations.isEmpty() ? 0 : 1) : (float) quotedWords / counted;
        boolean runsIn = !quotations.isEmpty() && !quotations.get(0).opens();
        Quotation lastQuotation = quotations.isEmpty() ? null : quotations.get(quotations.size() - 1);
        boolean any = quotedWords > 0;
        float[] dense = {
            share,
            is(any),
            is(share >= 0.5f),
            is(share > 0.95f),
            is(runsIn),
            is(lastQuotation != null && !lastQuotation.closes() && !lastQuotation.unclosed()),
            is(anyUnclosed(quotations)),
            Math.min(3, quotations.size()) / 3f,
            any ? log(wordsBeforeQuotation) : 0,
            any ? log(wordsAfterQuotation) : 0,
            is(any && wordsBeforeQuotation == 0),
            is(any && wordsAfterQuotation == 0),
            log(counted),
            is(counted < SHORT),
            is(first),
            is(inParagraph == 0),
            is(inParagraph == paragraphSize - 1),
            is(paragraphSize == 1),
            position,
            is(last == '?'),
            is(last == '!'),
            is(last == ':'),
            is(Character.isLetterOrDigit(last)),
            is(colonInLead),
            counted == 0 ? 0 : (float) capitalised / counted,
            is(digits),
        };
        return new EncodedSentence(words, shapes, dense);
    }

    /** Whether a token that begins so is a quotation mark of any kind. */
    private static boolean isQuotationMark(char c) {
        return switch (c) {
            case '"', '\'', '`', '\u2018', '\u2019', '\u201A', '\u201B', '\u201C', '\u201D', '\u201E', '\u201F' -> true;
            case '\u00AB', '\u00BB', '\u2039', '\u203A' -> true;
            default -> false;
        };
    }

    /** The last character that is no quotation mark, or a space where there is none. */
    private static char lastCharacter(Sentence sentence) {
        String text = sentence.text();
        for (int i = sentence.tokenCount() - 1; i >= 0; i--) {
            if (!isQuotationMark(text.charAt(sentence.tokenStart(i)))) {
                return text.charAt(sentence.tokenEnd(i) - 1);
            }
        }
        return ' ';
    }

    private static boolean anyUnclosed(List<Quotation> quotations) {
        for (Quotation quotation : quotations) {
            if (quotation.unclosed()) {
                return true;
            }
        }
        return false;
    }

    private static float log(int count) {
        return count < LOGS.length ? LOGS[count] : LOG_SCALE * (float) Math.log1p(count);
    }

    private static float[] logs() {
        float[] logs = new float[128];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = LOG_SCALE * (float) Math.log1p(i);
        }
        return logs;
    }

    private static float is(boolean condition) {
        return condition ? 1 : 0;
    }
}
