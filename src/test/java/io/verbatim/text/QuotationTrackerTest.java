package io.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.verbatim.article.Article;
import io.verbatim.article.Quotation;
import io.verbatim.article.Quotation.Mark;
import io.verbatim.article.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTrackerTest {

    /** Each case is its own expectation: braces stand around what is quoted, a pilcrow is a blank line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Each kind of mark.
                "“{The harbour is closed,}” the mayor said.",
                "\"{The harbour is closed,}\" the mayor said.",
                "‘{The harbour is closed,}’ the mayor said.",
                "'{The harbour is closed,}' the mayor said.",
                "«{The harbour is closed}», the mayor said.",
                "»{The harbour is closed}«, the mayor said.",
                "‹{The harbour is closed}›, the mayor said.",
                "„{The harbour is closed}“, the mayor said.",
                "‟{The harbour is closed,}” the mayor said.",
                "``{The harbour is closed,}'' the mayor said.",
                "''{The harbour is closed,}'' the mayor said.",
                "‘‘{The harbour is closed,}’’ the mayor said.",
                "`{The harbour is closed,}' the mayor said.",
                "＂{The harbour is closed,}＂ the mayor said.",
                // Entities.
                "&quot;{The harbour is closed,}&quot; the mayor said.",
                "&#34;{The harbour is closed,}&#34; the mayor said.",
                "&#x22;{The harbour is closed,}&#x22; the mayor said.",
                "&ldquo;{The harbour is closed,}&rdquo; the mayor said.",
                "&#8220;{The harbour is closed,}&#8221; the mayor said.",
                "&#x201c;{The harbour is closed,}&#X201D; the mayor said.",
                "&#147;{The harbour is closed,}&#148; the mayor said.",
                "&lsquo;{The harbour is closed,}&rsquo; the mayor said.",
                "&#39;{The harbour is closed,}&#39; the mayor said.",
                "&apos;{It&apos;s closed,}&apos; the mayor said.",
                "&laquo;&nbsp;{The harbour is closed}&nbsp;&raquo;, the mayor said.",
                // Odd spaces beside the marks.
                "“ {The harbour is closed} ” was all she wrote.",
                "“\u00A0{The harbour is closed}\u00A0” was all she wrote.",
                "“\u2009{The harbour is closed}\u200B” was all she wrote.",
                "\" {The harbour is closed} \" was all she wrote.",
                "It read: \"\u00A0{closed}\u00A0\" in red.",
                // Several in a sentence, and in brackets.
                "He called it “{sound}” and “{fair}”, then left.",
                "He called it \"{sound}\", \"{fair}\" and \"{final}\".",
                "The plan (\"{a gift}\") was dropped (“{a pity,}” she wrote).",
                "He wrote—\"{never again}\"—and signed.",
                "He wrote -- \"{never again}\" -- and signed.",
                "She said:\"{Wait here.}\"",
                "“{He [the mayor] knew,}” she said.",
                "“{[The mayor] knew,}” she said.",
                // One inside another: the outermost counts.
                "“{He told me ‘no’ and left,}” she said.",
                "\"{He told me 'no' and left,}\" she said.",
                "\"{He told me 'no',}\" she said.",
                "'{He told me \"no\" and left,}' she said.",
                "‘{He told me “no”,}’ she said.",
                "''{We heard it, 'a special case,'}'' Ms. Reed said.",
                "“{He said “no” to me,}” she said.",
                "«{He said “no” to me}», she said.",
                "“{He said «no» to me,}” she said.",
                "“{‘No’ was the answer,}” she said.",
                // Marks that do not match.
                "“{The harbour is closed,}\" the mayor said.",
                "\"{The harbour is closed,}” the mayor said.",
                "”{The harbour is closed,}” the mayor said.",
                "’{The harbour is closed,}’ the mayor said.",
                "‘{The harbour is closed,}' the mayor said.",
                "``{The harbour is closed,}\" the mayor said.",
                "“{The harbour is closed ...} “",
                // Apostrophes are no marks.
                "They don't know what the boys' coats cost in the '90s.",
                "’Tis the season, and rock 'n' roll is back in ’62 style.",
                "O'Neill gave 'em the teachers' vote at 5 o'clock.",
                "The workers’ union met the drivers’ union.",
                "Goin' home, she sang, and nothin' else.",
                "'{The boys' coats are wet,}' she said.",
                "‘{The boys’ coats are wet,}’ she said.",
                "‘{I’m goin’ home,}’ she said.",
                "She called it '{x-rated}' fun.",
                "The minister‘s coat was red and the teacher‘s blue.",
                // Inches, feet, minutes.
                "He is 6'2\" tall and throws a 5\" disc.",
                "\"{He is 6'2\" tall,}\" she said.",
                "\"{It was 2004,}\" she said.",
                "A pipe of 5\" and one of 7\" burst.",
                // Rests of HTML.
                "See <a href=\"page\">the page</a>, “{the whole of it,}” she said.",
                // Stray marks.
                "The harbour is closed,” the mayor said.",
                "The harbour is closed.\" The mayor left.",
                "The harbour is closed»; the mayor left.",
                "Empty marks “” quote nothing, nor do \"\".",
                // Over sentences.
                "“{We saw it.} {It was gone.} {We left,}” he said. They left.",
                "“{Why?}” asked the man. “{Because,}” she said.",
                "\"{Stop!}\" Dr Lind shouted. \"{Now.}\"",
                // Over paragraphs.
                "“{One begins here.} {It goes on.}¶“{Two goes on,}” he said.¶Three does not.",
                "\"{One begins here.} {It goes on.}¶\"{Two goes on,}\" he said.¶Three does not.",
                "‘{One begins here.} {It goes on.}¶‘{Two goes on,}’ he said.¶Three does not.",
                "“{One begins here.}¶{Two closes it,}” he said. “{Three,}” he added.",
                "“{One begins here.}¶{Two is inside.}¶{Three closes it,}” he said.",
                // Paragraphs run together: the mark is repeated without a blank line.
                "\"{We like it.} {We do.} \"{The second part is better,}\" he said.",
                "“{We like it.} “{The second part is better,}” he said.",
                // Unclosed.
                "“{One never ends.} {It goes on.}¶Two is plain. It has no mark.",
                "\"{One never ends.}¶Two is plain. \"{Here,}\" he said, \"{is another.}\"",
                "\"{I like it,} she said. It was noon.¶Two is plain.",
                "\"{I like it,} she said. \"{It is good.}\"",
                "“{I like it,} said Mr Smith.¶“{Me too,}” said another.",
                "He asked for \"{more and left.} Later he wrote: \"{No.}\"",
                "Nothing is said.¶Nothing at all.",
            })
    void should_find_what_is_quoted(String expected) {
        // given
        String text = Rendering.text(expected);

        // when
        String quoted = Rendering.quoted(text);

        // then
        assertThat(quoted).isEqualTo(expected.replace("\n\n", "¶"));
    }

    @Test
    void should_carry_quotation_over_paragraphs() {
        // given
        String text = "“One begins. It goes on.\n\n“Two goes on,” he said.";

        // when
        List<Quotation> parts = quotations(Rendering.READER.read("case", text));

        // then
        assertThat(parts)
                .containsExactly(
                        new Quotation(1, 12, true, false, false, Mark.CURLY),
                        new Quotation(0, 11, false, false, false, Mark.CURLY),
                        new Quotation(1, 13, true, true, false, Mark.CURLY));
    }

    @Test
    void should_say_that_a_quotation_never_closes() {
        // given
        String text = "\"One begins. It goes on.\n\nTwo is plain.";

        // when
        List<Quotation> parts = quotations(Rendering.READER.read("case", text));

        // then
        assertThat(parts)
                .containsExactly(
                        new Quotation(1, 12, true, false, true, Mark.STRAIGHT),
                        new Quotation(0, 11, false, false, true, Mark.STRAIGHT));
    }

    @Test
    void should_name_the_kind_of_mark() {
        // given
        String text = "“a,” \"b,\" 'c,' «d», ``e,'' &quot;f,&quot;";

        // when
        List<Quotation> parts = quotations(Rendering.READER.read("case", text));

        // then
        assertThat(parts)
                .extracting(Quotation::mark)
                .containsExactly(Mark.CURLY, Mark.STRAIGHT, Mark.SINGLE, Mark.ANGLED, Mark.LATEX, Mark.STRAIGHT);
    }

    @Test
    void should_carry_quotation_over_sentences_already_split() {
        // given
        List<List<String>> paragraphs =
                List.of(List.of("He said: “It is over.", "Go home.”", "They went."), List.of("“No,” she said."));

        // when
        Article article = Rendering.READER.readSentences("case", paragraphs);

        // then
        List<Sentence> sentences = article.sentences();
        assertThat(sentences).extracting(Sentence::start).containsOnly(0);
        assertThat(sentences.get(0).quotations())
                .containsExactly(new Quotation(10, 21, true, false, false, Mark.CURLY));
        assertThat(sentences.get(1).quotations()).containsExactly(new Quotation(0, 8, false, true, false, Mark.CURLY));
        assertThat(sentences.get(2).quotations()).isEmpty();
        assertThat(sentences.get(3).quotations()).containsExactly(new Quotation(1, 4, true, true, false, Mark.CURLY));
    }

    @Test
    void should_take_the_border_of_sentences_as_white_space() {
        // given
        List<List<String>> paragraphs =
                List.of(List.of("He wrote this:", "\"Go home.\"", "\"Stay.\"", "Then he left."));

        // when
        Article article = Rendering.READER.readSentences("case", paragraphs);

        // then
        assertThat(article.sentences())
                .extracting(sentence -> sentence.quotations().size())
                .containsExactly(0, 1, 1, 0);
    }

    @Test
    void should_keep_sentences_already_split_as_they_are() {
        // given
        List<List<String>> paragraphs = List.of(List.of("", "  one. two. ", "   "), List.of(), List.of("three"));

        // when
        Article article = Rendering.READER.readSentences("case", paragraphs);

        // then
        assertThat(article.paragraphs()).hasSize(2);
        assertThat(article.sentences()).extracting(Sentence::text).containsExactly("", "  one. two. ", "   ", "three");
    }

    private static List<Quotation> quotations(Article article) {
        return article.sentences().stream()
                .flatMap(s -> s.quotations().stream())
                .toList();
    }
}
