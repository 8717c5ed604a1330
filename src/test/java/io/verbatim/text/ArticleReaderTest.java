package io.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Quotation;
import io.verbatim.article.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {

    private static final String[] PIECES = {
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "„",
        "‟",
        "‚",
        "«",
        "»",
        "‹",
        "›",
        "``",
        "''",
        "`",
        "&quot;",
        "&#8220;",
        "&rdquo;",
        "&lsquo;",
        "&nbsp;",
        "&amp;",
        "&bogus;",
        "&",
        "&#",
        ";",
        " ",
        "  ",
        "\u00A0",
        "\u200B",
        "\u2009",
        "\uFEFF",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\u2028",
        "\u2029",
        "\f",
        "\u0085",
        ".",
        "...",
        "…",
        "?",
        "!",
        ",",
        ":",
        "(",
        ")",
        "[",
        "]",
        "--",
        "—",
        "-",
        "/",
        "=",
        "<",
        ">",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00",
        "\u0301",
        "\u200D",
        "\uFFFE",
        "\u0000",
        "word",
        "The",
        "said",
        "she",
        "Mr.",
        "U.S.",
        "don't",
        "'90s",
        "6'2\"",
        "3.5",
        "p.m.",
        "J.",
        "boys'",
        "é",
        "東京",
        ", she said.",
        ".” The ",
        "?\" he asked"
    };

    @Test
    void should_give_every_text_back() {
        Random random = new Random(20260101);
        for (int round = 0; round < 20_000; round++) {
            // given
            String text = nasty(random, random.nextInt(40));

            // when
            Article article = Rendering.READER.read("nasty", text);

            // then
            int last = 0;
            for (Sentence sentence : article.sentences()) {
                assertThat(sentence.text()).isNotEmpty();
                assertWhite(text, last, sentence.start());
                assertThat(text.substring(sentence.start(), sentence.end())).isEqualTo(sentence.text());
                assertOrder(sentence);
                last = sentence.end();
            }
            assertWhite(text, last, text.length());
        }
    }

    @Test
    void should_read_every_sentence_already_split() {
        Random random = new Random(20260102);
        for (int round = 0; round < 5_000; round++) {
            // given
            List<List<String>> paragraphs = new ArrayList<>();
            for (int p = random.nextInt(4); p >= 0; p--) {
                paragraphs.add(IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(i -> nasty(random, random.nextInt(8)))
                        .toList());
            }

            // when
            Article article = Rendering.READER.readSentences("nasty", paragraphs);

            // then
            assertThat(article.paragraphs())
                    .extracting(paragraph ->
                            paragraph.sentences().stream().map(Sentence::text).toList())
                    .isEqualTo(paragraphs);
            article.sentences().forEach(ArticleReaderTest::assertOrder);
        }
    }

    @Test
    void should_not_leak_a_quotation_past_a_plain_paragraph() {
        Random random = new Random(20260103);
        for (int round = 0; round < 5_000; round++) {
            // given
            String text = nasty(random, random.nextInt(30)).replaceAll("\\R", " ")
                    + "\n\nOne is plain.\n\nTwo is plain.\n\nThree is plain.";

            // when
            List<Paragraph> paragraphs = Rendering.READER.read("nasty", text).paragraphs();

            // then
            Paragraph end = paragraphs.get(paragraphs.size() - 1);
            assertThat(end.sentences().get(0).quotations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "“",
                "”",
                "'",
                "‘",
                "’ ",
                " '",
                "``",
                "«",
                "&quot;",
                "&",
                ".",
                "?",
                ". ",
                "\" ",
                " \"",
                "“a ",
                "'a ",
                "a' ",
                "a",
                " ",
                "a ",
                "-'",
                "\n",
                "\n\n",
                "\uFFFE",
                "\uD83D\uDE00",
                "\u200D",
                "\u0301",
                "He left. ",
                "“He left. ",
                "\"He left,\" she said. ",
                "'He left. ",
                "Mr. ",
                "1",
                "3.",
                "(",
                "...",
                "http://",
                "?\" A",
                "@a",
                "&#",
                "“a\n\n",
                "'a\n\n",
            })
    void should_read_long_texts_of_one_paragraph(String piece) {
        // given
        String text = piece.repeat(400_000 / piece.length());

        // when
        List<Sentence> sentences = Rendering.READER.read("long", text).sentences();

        // then
        assertThat(sentences.stream().mapToInt(s -> s.text().length()).sum()).isLessThanOrEqualTo(text.length());
        assertWhite(
                text,
                sentences.isEmpty() ? 0 : sentences.get(sentences.size() - 1).end(),
                text.length());
    }

    @Test
    void should_read_a_line_of_two_million_characters() {
        // given
        String text = "\"We saw the boat,\" she said, and the boys' coats were wet. ".repeat(35_000);

        // when
        List<Sentence> sentences = Rendering.READER.read("long", text).sentences();

        // then
        assertThat(sentences)
                .hasSize(35_000)
                .allMatch(sentence -> sentence.quotations().size() == 1);
    }

    @Test
    void should_read_the_same_on_all_threads() {
        // given
        String text =
                "“Is it over?” she asked. Inc. No. 5 was sold. Xyz. It ended.\n\n“No. It goes on.\n\n“Yes,” he said.";
        String expected = describe(Rendering.READER.read("one", text));

        // when
        List<String> read = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> describe(Rendering.READER.read("one", text)))
                .toList();

        // then
        assertThat(read).allMatch(expected::equals);
    }

    @Test
    void should_have_no_paragraph_where_the_text_is_blank() {
        assertThat(Rendering.READER.read("blank", " \n\u00A0\u200B\r\n").paragraphs())
                .isEmpty();
        assertThat(Rendering.READER.read("blank", "").paragraphs()).isEmpty();
        assertThat(Rendering.READER.readSentences("blank", List.of()).paragraphs())
                .isEmpty();
    }

    @Test
    void should_name_what_is_null() {
        assertThatNullPointerException()
                .isThrownBy(() -> Rendering.READER.read("id", nothing()))
                .withMessage("text");
    }

    @SuppressWarnings("NullAway")
    private static String nothing() {
        return null;
    }

    private static String describe(Article article) {
        StringBuilder description = new StringBuilder();
        for (Sentence sentence : article.sentences()) {
            description.append(sentence.start()).append(sentence.text()).append(sentence.quotations());
        }
        return description.toString();
    }

    private static String nasty(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
            if (random.nextInt(4) == 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static void assertWhite(String text, int start, int end) {
        String between = text.substring(start, end).replace("&nbsp;", " ");
        for (int i = 0; i < between.length(); i++) {
            assertThat(between.charAt(i)).matches(Surface::isWhite, "white space");
        }
    }

    /** Tokens and quotations ascend, do not overlap, hold something, and begin and end with no white space. */
    private static void assertOrder(Sentence sentence) {
        String text = sentence.text();
        int last = 0;
        for (int i = 0; i < sentence.tokenCount(); i++) {
            assertThat(sentence.tokenStart(i)).isGreaterThanOrEqualTo(last).isLessThan(sentence.tokenEnd(i));
            assertWhite(text, last, sentence.tokenStart(i));
            assertNotCut(text, sentence.tokenStart(i));
            last = sentence.tokenEnd(i);
        }
        assertWhite(text, last, text.length());
        last = 0;
        for (Quotation quotation : sentence.quotations()) {
            assertThat(quotation.start()).isGreaterThanOrEqualTo(last).isLessThan(quotation.end());
            assertThat(Surface.isWhite(text.charAt(quotation.start()))).isFalse();
            assertThat(Surface.isWhite(text.charAt(quotation.end() - 1))).isFalse();
            assertNotCut(text, quotation.start());
            assertNotCut(text, quotation.end());
            last = quotation.end();
        }
    }

    private static void assertNotCut(String text, int offset) {
        assertThat(offset > 0
                        && offset < text.length()
                        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset)))
                .isFalse();
    }
}
