package io.verbatim.article;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A sentence with its tokens and the quotations in it.
 *
 * <p>Offsets of tokens and quotations count UTF-16 code units from the sentence's start; {@link #start()} and
 * {@link #end()} count from the start of the text it was taken from. For a sentence that came already split, that text
 * is the sentence itself. Immutable; equal to another one with the same text, place, tokens and quotations.
 */
public final class Sentence {

    private final String text;
    private final int start;
    private final int[] tokens;
    private final List<Quotation> quotations;

    /**
     * A sentence.
     *
     * @param text the sentence as it stands in its source
     * @param start where it begins in its source
     * @param tokens start and end of each token in turn, ascending, not overlapping: (2 × tokens)
     * @param quotations the quotations in it, ascending, not overlapping
     */
    public Sentence(String text, int start, int[] tokens, List<Quotation> quotations) {
        if (start < 0) {
            throw new IllegalArgumentException("a sentence that starts at " + start);
        }
        int last = 0;
        for (int offset : tokens) {
            if (offset < last || offset > text.length()) {
                throw new IllegalArgumentException("a token boundary at " + offset + " after " + last + " of " + text);
            }
            last = offset;
        }
        last = 0;
        for (Quotation quotation : quotations) {
            if (quotation.start() < last || quotation.end() > text.length()) {
                throw new IllegalArgumentException(quotation + " after " + last + " of " + text);
            }
            last = quotation.end();
        }
        this.text = text;
        this.start = start;
        this.tokens = tokens.clone();
        this.quotations = List.copyOf(quotations);
    }

    /** The sentence as it stands in its source. */
    public String text() {
        return text;
    }

    /** Where it begins in its source. */
    public int start() {
        return start;
    }

    /** One past its last code unit in its source. */
    public int end() {
        return start + text.length();
    }

    /** The quotations in it, ascending and not overlapping; one inside another is part of the outer one. */
    public List<Quotation> quotations() {
        return quotations;
    }

    /** The number of tokens: words, numbers, punctuation marks. */
    public int tokenCount() {
        return tokens.length / 2;
    }

    /** Where token {@code i} begins in the sentence. */
    public int tokenStart(int i) {
        return tokens[2 * i];
    }

    /** One past the last code unit of token {@code i} in the sentence. */
    public int tokenEnd(int i) {
        return tokens[2 * i + 1];
    }

    /** The text of token {@code i}. */
    public String token(int i) {
        return text.substring(tokenStart(i), tokenEnd(i));
    }

    /**
     * The same sentence with the characters that its HTML entities stand for. Tokens and quotations are the same ones, at
     * other offsets; {@link #start()} stays. An entity in which one of them begins or ends, as in a web address, stays too.
     */
    public Sentence withoutEntities() {
        if (text.indexOf('&') < 0) {
            return this;
        }
        BitSet borders = new BitSet(text.length() + 1);
        Arrays.stream(tokens).forEach(borders::set);
        quotations.forEach(quotation -> {
            borders.set(quotation.start());
            borders.set(quotation.end());
        });
        StringBuilder plain = new StringBuilder(text.length());
        int[] places = new int[text.length() + 1];
        int i = 0;
        while (i < text.length()) {
            places[i] = plain.length();
            int length = text.charAt(i) == '&' ? HtmlEntity.length(text, i, text.length()) : 0;
            int border = length > 0 ? borders.nextSetBit(i + 1) : -1;
            boolean whole = border < 0 || border >= i + length;
            if (length > 0 && whole && HtmlEntity.isKnown(text, i, i + length)) {
                Arrays.fill(places, i + 1, i + length, plain.length() + 1);
                plain.append(HtmlEntity.character(text, i, i + length));
                i += length;
            } else {
                plain.append(text.charAt(i++));
            }
        }
        places[text.length()] = plain.length();
        return new Sentence(
                plain.toString(),
                start,
                Arrays.stream(tokens).map(offset -> places[offset]).toArray(),
                quotations.stream()
                        .map(q -> new Quotation(
                                places[q.start()], places[q.end()], q.opens(), q.closes(), q.unclosed(), q.mark()))
                        .toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sentence sentence
                && start == sentence.start
                && text.equals(sentence.text)
                && Arrays.equals(tokens, sentence.tokens)
                && quotations.equals(sentence.quotations);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + start;
    }

    @Override
    public String toString() {
        return text;
    }
}
