package io.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionsTest {

    private static final String HEAD = "article,text,label,p_direct,p_paraphrase,p_narrative\n";
    private static final Table GOLD = Articles.table(List.of(
            Articles.article(
                    "a/1",
                    2,
                    List.of("“Yes,” she said.", "Rain fell."),
                    List.of(Optional.of(Label.DIRECT), Optional.of(Label.NARRATIVE))),
            Articles.article("a/2", 4, List.of("He denied it."), List.of(Optional.of(Label.PARAPHRASE)))));

    @TempDir
    Path folder;

    @Test
    void should_read_labels_and_probabilities() throws IOException {
        Path file = write(HEAD + "a/1,\"“Yes,” she said.\",direct,0.9,0.05,0.05\na/1,Rain fell.,,0.3,0.3,0.4\n"
                + "a/2,He denied it.,paraphrase,0.1,0.8,0.1\n");

        List<ScoredArticle> scored = Predictions.read(file, GOLD);

        assertThat(scored).hasSize(2);
        assertThat(scored.get(0).answers().get(0).label()).contains(Label.DIRECT);
        assertThat(scored.get(0).answers().get(1).label()).isEmpty();
        assertThat(scored.get(1).answers().get(0).probabilities()).contains(new Probabilities(0.1, 0.8, 0.1));
    }

    @Test
    void should_read_labels_alone_and_zipped() throws IOException {
        Path file = folder.resolve("p.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("\uFEFFlabel,text,article\r\ndirect,\"“Yes,” she said.\",a/1\r\nnarrative,Rain fell.,a/1\r\n"
                            + "narrative,He denied it.,a/2\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }

        List<ScoredArticle> scored = Predictions.read(file, GOLD);

        assertThat(scored.get(1).answers()).containsExactly(new Answer(Optional.of(Label.NARRATIVE), Optional.empty()));
    }

    @Test
    void should_count_columns_without_a_name() throws IOException {
        Path file = Files.writeString(folder.resolve("p.csv"), "article,,,label,text\na/1,,\n");

        assertThatThrownBy(() -> Predictions.read(file, GOLD))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 2: 3 fields where the first line has 5");
    }

    @Test
    void should_name_the_place_of_what_is_not_utf_8() throws IOException {
        Path file = Files.write(
                folder.resolve("p.csv"), "article,text,label\na,\u00E9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Predictions.read(file, GOLD))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ":2: not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a/1,Rain fell.,narrative,0,0,1;a/1,x,direct,1,0,0|line 2: text is “Rain fell.” but ““Yes,” she said.” in gold.csv, line 2",
                "a/1,\"“Yes,” she said.\",direct,1,0,0;a/2,Rain fell.,narrative,0,0,1|line 3: article is “a/2” but “a/1” in gold.csv, line 3",
                "a/1,\"“Yes,” she said.\",direct,1,0,0;a/1,Rain fell.,narrative,0,0,1|ends before article a/2 of gold.csv, line 4",
                "a/1,\"“Yes,” she said.\",quote,1,0,0|line 2: no label “quote”; use direct, paraphrase, narrative",
                "a/1,\"“Yes,” she said.\",direct,1,1,0|line 2: the probabilities sum to 2.0",
                "a/1,\"“Yes,” she said.\",direct,x,1,0|line 2: p_direct is “x”; give a number from 0 to 1",
                "a/1,\"“Yes,” she said.\",direct|line 2: 3 fields where the first line has 6",
                "a/1,\"“Yes, she said.|line 2: ",
                "a/1,\"“Yes,” she said.\",direct,1,0,0;a/1,Rain fell.,narrative,0,0,1;a/2,He denied it.,narrative,0,0,1;a/3,More.,narrative,0,0,1|line 5: a row after the last of gold.csv"
            })
    void should_name_the_first_difference(String rows, String message) throws IOException {
        Path file = write(HEAD + rows.replace(";", "\n") + "\n");

        assertThatThrownBy(() -> Predictions.read(file, GOLD))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file + "")
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void should_name_a_missing_column() throws IOException {
        Path file = write("article,text\na/1,x\n");

        assertThatThrownBy(() -> Predictions.read(file, GOLD))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 1: no column label");
    }

    @Test
    void should_group_by_phenomena_and_columns() throws IOException {
        // given
        Path phenomena =
                write("article,sentence,phenomenon\na/1,0,partial-quote\na/1,1,caption\na/1,0,caption\nx/9,0,post\n");
        List<ScoredArticle> scored = GOLD.articles().stream()
                .map(a -> ScoredArticle.of(
                        a,
                        article -> article.sentences().stream()
                                .map(s -> new Probabilities(1, 0, 0))
                                .toList(),
                        0))
                .toList();

        // when
        Evaluation evaluation = Evaluation.of(
                "m",
                scored,
                List.of(Grouping.byPhenomenon(Phenomena.read(phenomena, GOLD)), Grouping.named("topic", GOLD)),
                new Bootstrap(10, 0.95, 1));

        // then
        assertThat(evaluation.breakdowns().get(0).groups())
                .extracting(Breakdown.Group::key, Breakdown.Group::sentences)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("caption", 2L),
                        org.assertj.core.groups.Tuple.tuple("partial-quote", 1L));
        assertThat(evaluation.breakdowns().get(1).groups())
                .extracting(Breakdown.Group::key)
                .containsExactly("topic 0", "topic 1");
        assertThatThrownBy(() -> Grouping.named("colour", GOLD))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no column colour");
    }

    @Test
    void should_name_a_phenomenon_of_a_sentence_that_is_not_there() throws IOException {
        Path phenomena = write("article,sentence,phenomenon\na/2,7,caption\n");

        assertThatThrownBy(() -> Phenomena.read(phenomena, GOLD))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 2: gold.csv has no sentence 7 in article a/2");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("p.csv"), text);
    }
}
