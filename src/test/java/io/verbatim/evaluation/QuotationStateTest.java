package io.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationStateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rain fell on the town.|none",
                "“Rain fell,” she said.|partial",
                "“Rain fell.”|whole",
                "She said: “Rain fell.|running",
                "It went on.” She left.|running",
                "She wrote “”.|none"
            })
    void should_tell_how_much_is_quoted(String text, String state) {
        assertThat(QuotationState.of(Articles.sentence(text)).toString()).isEqualTo(state);
    }

    @Test
    void should_count_words_not_punctuation() {
        assertThat(QuotationState.quotedShare(Articles.sentence("“Rain fell,” she said.")))
                .isEqualTo(0.5);
        assertThat(QuotationState.words(Articles.sentence("At 3, – rain."))).isEqualTo(3);
        assertThat(QuotationState.quotedShare(Articles.sentence("…"))).isZero();
    }
}
