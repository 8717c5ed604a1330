package io.verbatim.evaluation;

import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import java.util.Locale;

/** How much of a sentence stands in quotation marks. */
public enum QuotationState {
    /** No word does. */
    NONE,
    /** Some words do and others don't. */
    PARTIAL,
    /** Every word does. */
    WHOLE,
    /** A quotation runs into the sentence from the one before or on into the one after. */
    RUNNING;

    /** The state of a sentence. */
    public static QuotationState of(Sentence sentence) {
        boolean running = sentence.quotations().stream().anyMatch(q -> !q.opens() || (!q.closes() && !q.unclosed()));
        if (running) {
            return RUNNING;
        }
        double share = quotedShare(sentence);
        if (share == 0) {
            return NONE;
        }
        return share == 1 ? WHOLE : PARTIAL;
    }

    /** The share of a sentence's words that stand in quotation marks; 0 where it has no word. */
    public static double quotedShare(Sentence sentence) {
        int words = 0;
        int quoted = 0;
        for (int i = 0; i < sentence.tokenCount(); i++) {
            if (isWord(sentence, i)) {
                words++;
                quoted += isQuoted(sentence, i) ? 1 : 0;
            }
        }
        return words == 0 ? 0 : (double) quoted / words;
    }

    /** The number of a sentence's words: tokens with a letter or digit. */
    public static int words(Sentence sentence) {
        int words = 0;
        for (int i = 0; i < sentence.tokenCount(); i++) {
            words += isWord(sentence, i) ? 1 : 0;
        }
        return words;
    }

    /** Whether a token has a letter or digit. */
    public static boolean isWord(Sentence sentence, int token) {
        return sentence.text()
                .substring(sentence.tokenStart(token), sentence.tokenEnd(token))
                .codePoints()
                .anyMatch(Character::isLetterOrDigit);
    }

    /** Whether a token stands in quotation marks. */
    public static boolean isQuoted(Sentence sentence, int token) {
        for (Quotation quotation : sentence.quotations()) {
            if (sentence.tokenStart(token) >= quotation.start() && sentence.tokenEnd(token) <= quotation.end()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
