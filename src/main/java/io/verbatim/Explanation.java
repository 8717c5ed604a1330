package io.verbatim;

import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import io.verbatim.model.Attribution;
import io.verbatim.model.FeatureExtractor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why a sentence has a label: what moved the label's log-odds, that is the logarithm of p / (1 - p) for its probability
 * p, from those of a blank sentence that stands alone (no word, every feature 0, nothing before and after it) to those of
 * the sentence in its article. All contributions sum to {@code score - baseline}; one above 0 speaks for the label, one
 * below 0 against it. Immutable.
 *
 * @param label the label that is explained
 * @param score the label's log-odds
 * @param baseline the label's log-odds for the blank sentence
 * @param words the sentence's tokens in order, with what each adds by itself, its capitals and whether it is quoted;
 *     in a sentence without any, an empty one for their absence
 * @param features the sentence's features in a fixed order, with what each adds
 * @param neighbours what the sentences around it, or the article's end there, add together
 */
public record Explanation(
        Label label, double score, double baseline, List<Word> words, List<Feature> features, double neighbours) {

    public Explanation {
        words = List.copyOf(words);
        features = List.copyOf(features);
    }

    /**
     * A token's contribution.
     *
     * @param start where it begins, in UTF-16 code units from the sentence's start
     * @param end one past its last code unit
     * @param text the token
     * @param contribution what it adds to the log-odds
     */
    public record Word(int start, int end, String text, double contribution) {}

    /**
     * The contribution of a feature of the whole sentence.
     *
     * @param name what it says of the sentence
     * @param contribution what it adds to the log-odds
     */
    public record Feature(String name, double contribution) {}

    /** The words that moved the label most, in either direction, the strongest first. */
    public List<Word> strongestWords(int count) {
        return words.stream()
                .sorted(Comparator.comparingDouble((Word word) -> -Math.abs(word.contribution())))
                .limit(count)
                .toList();
    }

    /** All contributions together: {@code score - baseline} but for rounding. */
    public double sum() {
        return words.stream().mapToDouble(Word::contribution).sum()
                + features.stream().mapToDouble(Feature::contribution).sum()
                + neighbours;
    }

    static Explanation of(Sentence sentence, Label label, Attribution attribution) {
        double[] values = attribution.words();
        List<Word> words = new ArrayList<>(sentence.tokenCount());
        for (int i = 0; i < sentence.tokenCount(); i++) {
            double value = i < values.length ? values[i] : 0;
            words.add(new Word(sentence.tokenStart(i), sentence.tokenEnd(i), sentence.token(i), value));
        }
        if (sentence.tokenCount() == 0) {
            words.add(new Word(0, 0, "", values[0]));
        }
        List<Feature> features = new ArrayList<>(FeatureExtractor.DENSE);
        for (int i = 0; i < FeatureExtractor.DENSE; i++) {
            features.add(
                    new Feature(FeatureExtractor.FEATURES.get(i), attribution.features()[i]));
        }
        return new Explanation(
                label, attribution.score(), attribution.baseline(), words, features, attribution.neighbours());
    }
}
