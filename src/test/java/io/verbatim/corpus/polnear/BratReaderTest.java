package io.verbatim.corpus.polnear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verbatim.corpus.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BratReaderTest {

    private static Annotations read(String text, String annotations) throws InputException {
        return new BratReader("a.ann", text).read(annotations);
    }

    @Test
    void should_join_cue_and_discontinuous_content() throws InputException {
        Annotations annotations = read("“Go,” Said Ann, “now.” AP", """
                T1\tContent 0 5;16 22\t“Go,” “now.”
                T2\tCue 6 10\tSaid
                T3\tSource 11 14\tAnn
                T4\tAttribution 6 10\tSaid
                E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3
                T5\tDiscard 23 25\tAP
                #1\tAnnotatorNotes T5\ta note
                """);

        assertThat(annotations.attributions()).singleElement().satisfies(attribution -> {
            assertThat(attribution.cue()).isEqualTo("said");
            assertThat(attribution.content()).containsExactly(new Span(0, 5), new Span(16, 22));
        });
        assertThat(annotations.discarded()).containsExactly(new Span(23, 25));
    }

    @Test
    void should_count_offsets_in_code_points() throws InputException {
        Annotations annotations =
                read("😀 He left.", "T1\tContent 2 10\tHe left.\nT2\tCue 0 1\t😀\nE1\tA:T2 Content:T1\n");

        assertThat(annotations.attributions().get(0).content()).containsExactly(new Span(3, 11));
    }

    @Test
    void should_read_a_span_whose_text_runs_over_lines() throws InputException {
        Annotations annotations =
                read("One.\n\nTwo.", "T1\tContent 0 10\tOne.\n\nTwo.\nT2\tCue 0 3\tOne\nE1\tA:T2 Content:T1 Cue:T2\n");

        assertThat(annotations.attributions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T1\\tContent 0 99\\tx|T1 reaches from 0 to 99 in a text of 8 characters",
                "T1\\tContent 5 2\\tx|T1 reaches from 5 to 2",
                "T1\\tContent 0 x\\tx|T1 has broken offsets",
                "T1\\tContent\\tx|T1 has no offsets",
                "E1\\tAttribution:T9|refers to T9",
                "E1\\tAttribution|an argument without a colon",
                "nonsense|no line of brat standoff",
                "T2\\tCue 0 1\\tH|T2 comes twice"
            })
    void should_name_the_broken_line(String line, String message) {
        String annotations = "T2\tCue 0 2\tHe\n" + line.replace("\\t", "\t") + "\n";

        assertThatThrownBy(() -> read("He left.", annotations))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("a.ann:2: " + message);
    }

    @Test
    void should_keep_control_characters_out_of_a_message() {
        assertThatThrownBy(() -> read("He left.", "E1\tAttribution:T\u009B9\n"))
                .hasMessageStartingWith("a.ann:1: refers to T 9,");
    }
}
