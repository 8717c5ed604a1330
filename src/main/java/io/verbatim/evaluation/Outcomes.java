package io.verbatim.evaluation;

import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import java.util.List;

/**
 * Scored sentences as plain arrays, for metrics. Never changed after it is built.
 *
 * <ul>
 *   <li>article: (sentences), which article a sentence is in, counted from 0
 *   <li>gold: (sentences), ordinals of labels
 *   <li>predicted: (sentences), ordinals of labels, {@link Confusion#ABSTAINED} where there is none
 *   <li>probabilities: (sentences × labels), or empty where a sentence has none
 * </ul>
 */
@SuppressWarnings("ArrayRecordComponent")
record Outcomes(int articles, int[] article, int[] gold, int[] predicted, double[] probabilities) {

    static Outcomes of(List<Scored> sentences, int articles) {
        int n = sentences.size();
        int labels = Label.all().size();
        int[] article = new int[n];
        int[] gold = new int[n];
        int[] predicted = new int[n];
        boolean known =
                n > 0 && sentences.stream().allMatch(s -> s.probabilities().isPresent());
        double[] probabilities = new double[known ? n * labels : 0];
        for (int i = 0; i < n; i++) {
            Scored sentence = sentences.get(i);
            article[i] = sentence.articleIndex();
            gold[i] = sentence.gold().ordinal();
            predicted[i] = sentence.predicted().map(Label::ordinal).orElse(Confusion.ABSTAINED);
            if (known) {
                Probabilities p = sentence.probabilities().orElseThrow();
                for (Label label : Label.all()) {
                    probabilities[i * labels + label.ordinal()] = p.of(label);
                }
            }
        }
        return new Outcomes(articles, article, gold, predicted, probabilities);
    }

    int size() {
        return gold.length;
    }

    boolean hasProbabilities() {
        return probabilities.length > 0;
    }

    /** The probability of a sentence's label. */
    double probability(int sentence, int label) {
        return probabilities[sentence * Label.all().size() + label];
    }

    /** The most probable label of a sentence, the first in order on a tie. */
    int best(int sentence) {
        int best = 0;
        for (int label = 1; label < Label.all().size(); label++) {
            if (probability(sentence, label) > probability(sentence, best)) {
                best = label;
            }
        }
        return best;
    }
}
