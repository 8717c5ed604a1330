package io.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemperatureTest {

    /** Answers of probability {@code claimed} of which the share {@code right} is right; the rest is another label. */
    private static ScoredArticle answers(double claimed, double right) {
        int n = 100;
        int[] gold = new int[n];
        Arrays.fill(gold, 0, (int) Math.round(n * right), 1);
        int[] predicted = new int[n];
        Arrays.fill(predicted, 1);
        double[][] probabilities = new double[n][];
        Arrays.setAll(probabilities, i -> new double[] {1 - claimed - 1e-9, claimed, 1e-9});
        return Articles.scored("a/1", gold, predicted, probabilities);
    }

    @Test
    void should_soften_answers_that_claim_too_much() {
        // Of two labels, sigmoid(logit(.99) / T) = .9 where T = logit(.99) / logit(.9).
        double expected = Math.log(99) / Math.log(9);

        assertThat(Temperature.of(List.of(answers(0.99, 0.9)))).isCloseTo(expected, within(0.05));
    }

    @Test
    void should_sharpen_answers_that_claim_too_little_and_leave_honest_ones() {
        assertThat(Temperature.of(List.of(answers(0.7, 0.9)))).isLessThan(0.5);
        assertThat(Temperature.of(List.of(answers(0.9, 0.9)))).isCloseTo(1, within(0.01));
    }

    @Test
    void should_lower_the_log_loss() {
        List<ScoredArticle> articles = Articles.random(20, 30, 0.8, 3);

        double best = Temperature.of(articles);

        assertThat(Temperature.logLoss(articles, best))
                .isLessThanOrEqualTo(Temperature.logLoss(articles, 1))
                .isLessThan(Temperature.logLoss(articles, best * 1.2))
                .isLessThan(Temperature.logLoss(articles, best / 1.2));
    }

    @Test
    void should_need_labelled_sentences() {
        assertThatThrownBy(() -> Temperature.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no labelled sentence");
    }
}
