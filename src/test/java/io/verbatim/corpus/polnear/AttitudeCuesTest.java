package io.verbatim.corpus.polnear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttitudeCuesTest {

    private final AttitudeCues cues = AttitudeCues.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "want",
                "wants",
                "wanted",
                "is planning",
                "planned",
                "tries",
                "tried",
                "hoping",
                "knew",
                "has been seen",
                "sought to",
                "is widely expected",
                "doesn’t believe",
                "would",
                "in",
                "considers"
            })
    void should_know_inflected_forms_and_what_stands_beside(String cue) {
        assertThat(cues.contains(cue)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "said",
                "according to",
                "told",
                "warned in",
                "considered",
                "predicted",
                ":",
                "",
                "show",
                "announced"
            })
    void should_leave_cues_of_reporting_alone(String cue) {
        assertThat(cues.contains(cue)).isFalse();
    }
}
