package io.verbatim.corpus.polnear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolnearImporterTest {

    @TempDir
    private Path folder;

    private final StringBuilder annotations = new StringBuilder();
    private int ids;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("text"));
        Files.createDirectories(folder.resolve("attributions"));
    }

    private void attribution(String text, String cue, String content) {
        ids++;
        annotations.append("T%d1\tCue %d %d\t%s\n".formatted(ids, text.indexOf(cue), end(text, cue), cue));
        annotations.append(
                "T%d2\tContent %d %d\t%s\n".formatted(ids, text.indexOf(content), end(text, content), content));
        annotations.append("E%d\tAttribution:T%d1 Cue:T%d1 Content:T%d2\n".formatted(ids, ids, ids, ids));
    }

    private static int end(String text, String part) {
        assertThat(text).contains(part);
        return text.indexOf(part) + part.length();
    }

    private List<AnnotatedArticle> read() throws IOException {
        return new PolnearImporter(new ArticleReader()).read(folder);
    }

    private AnnotatedArticle readOne(String text) throws IOException {
        Files.writeString(folder.resolve("text/herald_2020-01-01_the-pier.txt"), text);
        Files.writeString(folder.resolve("attributions/herald_2020-01-01_the-pier_b1.ann"), annotations);
        return read().get(0);
    }

    private static List<Label> labels(AnnotatedArticle article) {
        return article.labels().stream().map(Optional::orElseThrow).toList();
    }

    @Test
    void should_derive_labels_from_the_share_of_content() throws IOException {
        String text = "The mayor said the old pier would be closed.\n\n"
                + "Workers took the boards away on Monday, which Jones called odd.\n\n"
                + "She denied it.\n";
        attribution(text, "said", "the old pier would be closed");
        attribution(text, "called", "odd");

        AnnotatedArticle article = readOne(text);

        assertThat(article.id()).isEqualTo("herald/2020-01-01_the-pier");
        assertThat(labels(article)).containsExactly(Label.PARAPHRASE, Label.NARRATIVE, Label.NARRATIVE);
        assertThat(article.article().paragraphs()).hasSize(3);
    }

    @Test
    void should_drop_attitudes_without_marks() throws IOException {
        String text =
                "The mayor wants the old pier closed at once.\n\nThe council announced the pier would stay open.\n";
        attribution(text, "wants", "the old pier closed at once");
        attribution(text, "announced", "the pier would stay open");

        assertThat(labels(readOne(text))).containsExactly(Label.NARRATIVE, Label.PARAPHRASE);
    }

    @Test
    void should_leave_out_what_is_discarded() throws IOException {
        String text = "The pier closed.\n\nFollow us online for more.\n\nIt may reopen.\n";
        String discarded = "Follow us online for more.";
        annotations.append(
                "T9\tDiscard %d %d\t%s\n".formatted(text.indexOf(discarded), end(text, discarded), discarded));

        AnnotatedArticle article = readOne(text);

        assertThat(article.article().sentences())
                .extracting(Sentence::text)
                .containsExactly("The pier closed.", "It may reopen.");
        assertThat(article.rows()).extracting(AnnotatedArticle.Row::paragraph).containsExactly("0", "1");
    }

    @Test
    void should_take_the_first_annotator_by_name() throws IOException {
        String text = "The mayor said the old pier would be closed.\n";
        Files.writeString(folder.resolve("attributions/herald_2020-01-01_the-pier_a0.ann"), "");
        attribution(text, "said", "the old pier would be closed");

        assertThat(labels(readOne(text))).containsExactly(Label.NARRATIVE);
    }

    @Test
    void should_name_a_missing_text_and_a_broken_line() throws IOException {
        Path annotation = folder.resolve("attributions/herald_x_b1.ann");
        Files.writeString(annotation, "T1\tContent 0 900\tx\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(InputException.class)
                .hasMessageContaining(annotation + ": its text ")
                .hasMessageContaining("herald_x.txt is missing");

        Files.writeString(folder.resolve("text/herald_x.txt"), "Short.");

        assertThatThrownBy(this::read).hasMessageStartingWith(annotation + ":1: T1 reaches");
    }

    @Test
    void should_refuse_a_folder_without_annotations() {
        assertThatThrownBy(this::read).hasMessageContaining("no attributions/*.ann");
        assertThatThrownBy(() -> new PolnearImporter(new ArticleReader()).read(folder.resolve("none")))
                .hasMessageContaining("no such folder");
    }
}
