package io.verbatim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    private final Vocabulary vocabulary = new Vocabulary(List.of("said", "don't", "0000", "co-op", "été"), 16);

    @ParameterizedTest
    @CsvSource({"said,0", "SAID,0", "sa\u00ADid,0", "sa\u200Bid,0", "don’t,1", "2019,2", "1834,2", "co‑op,3", "ÉTÉ,4"})
    void should_find_words_in_any_of_their_forms(String form, int index) {
        int id = vocabulary.id(form, 0, form.length());

        assertThat(id).isEqualTo(Vocabulary.FIRST_WORD + index);
        assertThat(vocabulary.isWord(id)).isTrue();
    }

    @Test
    void should_find_a_word_inside_a_text() {
        assertThat(vocabulary.id("he said so", 3, 7)).isEqualTo(Vocabulary.FIRST_WORD);
    }

    @Test
    void should_put_unknown_words_of_one_ending_into_one_bucket() {
        int walking = vocabulary.id("walking", 0, 7);

        assertThat(vocabulary.isWord(walking)).isFalse();
        assertThat(walking).isLessThan(vocabulary.size()).isEqualTo(vocabulary.id("hoping", 0, 6));
    }

    @Test
    void should_tell_capitalised_unknown_words_apart() {
        assertThat(new Vocabulary(List.of(), 4096).id("Barking", 0, 7))
                .isNotEqualTo(new Vocabulary(List.of(), 4096).id("barking", 0, 7));
    }

    @Test
    void should_refuse_a_word_that_stands_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(List.of("said", "Said"), 1))
                .withMessageContaining("Said");
    }
}
