package io.verbatim;

import io.verbatim.article.Label;
import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * A sentence with its label. Immutable.
 *
 * @param paragraph the paragraph it stands in, from 0
 * @param position its place in the article, from 0
 * @param sentence the sentence
 * @param label its label; empty where the classifier abstains
 * @param probabilities how probable each label is, calibrated
 */
public record LabelledSentence(
        int paragraph, int position, Sentence sentence, Optional<Label> label, Probabilities probabilities) {

    /** The sentence as it stands in its source. */
    public String text() {
        return sentence.text();
    }

    /** Where it begins in the caller's text, in UTF-16 code units. */
    public int start() {
        return sentence.start();
    }

    /** One past its last code unit in the caller's text. */
    public int end() {
        return sentence.end();
    }

    /** The quotations in it; their offsets count from the sentence's start. */
    public List<Quotation> quotations() {
        return sentence.quotations();
    }

    /** The probability of the most probable label. */
    public double confidence() {
        return probabilities.confidence();
    }
}
