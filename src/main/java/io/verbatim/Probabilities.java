package io.verbatim;

import io.verbatim.article.Label;

/**
 * How probable each label of a sentence is. The three sum to 1.
 *
 * @param direct the probability of {@link Label#DIRECT}
 * @param paraphrase the probability of {@link Label#PARAPHRASE}
 * @param narrative the probability of {@link Label#NARRATIVE}
 */
public record Probabilities(double direct, double paraphrase, double narrative) {

    /** The probability of a label. */
    public double of(Label label) {
        return switch (label) {
            case DIRECT -> direct;
            case PARAPHRASE -> paraphrase;
            case NARRATIVE -> narrative;
        };
    }

    /** The most probable label, the first in order on a tie. */
    public Label best() {
        Label best = Label.DIRECT;
        for (Label label : Label.all()) {
            if (of(label) > of(best)) {
                best = label;
            }
        }
        return best;
    }

    /** The probability of the most probable label. */
    public double confidence() {
        return of(best());
    }
}
