package io.verbatim.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.verbatim.article.Quotation.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void should_replace_entities_and_move_what_lies_behind() {
        // given
        String text = "&quot;Let&#39;s go&#8230;&quot; he said";
        Sentence sentence = new Sentence(
                text,
                7,
                new int[] {0, 6, 6, 15, 16, 18, 18, 25, 25, 31, 32, 34, 35, 39},
                List.of(new Quotation(6, 25, true, true, false, Mark.STRAIGHT)));

        // when
        Sentence plain = sentence.withoutEntities();

        // then
        assertThat(plain.text()).isEqualTo("\"Let's go…\" he said");
        assertThat(plain.start()).isEqualTo(7);
        assertThat(List.of(plain.token(0), plain.token(1), plain.token(2), plain.token(3), plain.token(4)))
                .containsExactly("\"", "Let's", "go", "…", "\"");
        assertThat(plain.token(6)).isEqualTo("said");
        Quotation quotation = plain.quotations().get(0);
        assertThat(plain.text().substring(quotation.start(), quotation.end())).isEqualTo("Let's go…");
    }

    @Test
    void should_leave_what_is_no_known_entity() {
        Sentence sentence = new Sentence("AT&T &nosuch; &#x1F600; & so", 0, new int[0], List.of());

        assertThat(sentence.withoutEntities().text()).isEqualTo(sentence.text());
    }

    @Test
    void should_leave_an_entity_in_which_a_token_ends() {
        Sentence sentence = new Sentence("www.x.com/?a&amp;", 0, new int[] {0, 16, 16, 17}, List.of());

        Sentence plain = sentence.withoutEntities();

        assertThat(plain.text()).isEqualTo(sentence.text());
        assertThat(plain.token(1)).isEqualTo(";");
    }
}
