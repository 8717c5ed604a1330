package io.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verbatim.corpus.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final Evaluation EVALUATION =
            Evaluation.of("m", Articles.random(30, 10, 0.8, 1), java.util.List.of(), new Bootstrap(200, 0.95, 1));

    @Test
    void should_hold_the_lower_end_against_the_bound() throws InputException {
        Estimate macroF1 = EVALUATION.estimate(Metric.MACRO_F1).orElseThrow();
        double between = (macroF1.low() + macroF1.value()) / 2;

        Gate gate = Gate.parse("macro-f1=" + between);

        assertThat(gate.check(EVALUATION, false).passed()).isFalse();
        assertThat(gate.check(EVALUATION, true).passed()).isTrue();
        assertThat(gate.check(EVALUATION, false).message()).contains("macro-f1", "failed", "the lower end");
    }

    @Test
    void should_hold_the_upper_end_against_the_bound_of_a_loss() throws InputException {
        Estimate brier = EVALUATION.estimate(Metric.BRIER).orElseThrow();
        double between = (brier.value() + brier.high()) / 2;

        Gate gate = Gate.parse("brier=" + between);

        assertThat(gate.check(EVALUATION, false).passed()).isFalse();
        assertThat(gate.check(EVALUATION, true).passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"macro-f1", "macrof1=0.8", "macro-f1=high", "macro-f1=", "=0.8", "macro-f1=NaN"})
    void should_refuse_what_is_no_gate(String text) {
        assertThatThrownBy(() -> Gate.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--gate " + text);
    }
}
