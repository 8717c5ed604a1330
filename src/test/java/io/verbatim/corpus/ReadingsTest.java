package io.verbatim.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verbatim.article.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingsTest {

    /** {@code printf 'a/1\\n0\\nThe mayor said taxes would rise.' | sha256sum | cut -c1-16}. */
    private static final String DIGEST = "4edac0960d68c616";

    @TempDir
    private Path folder;

    private Path readings(String... rows) throws IOException {
        return Files.writeString(folder.resolve("readings.csv"), "sha256,label\n" + String.join("\n", rows) + "\n");
    }

    private static Table table() throws IOException {
        return TableOf.rows(
                "table.csv", "a/1,0,0,The mayor said taxes would rise.,narrative", "a/1,0,1,It rained.,narrative");
    }

    @Test
    void should_take_the_reading_of_a_sentence_and_keep_the_other_labels() throws IOException {
        Readings.Relabelled relabelled =
                Readings.read(readings(DIGEST + ",paraphrase")).applyTo(table(), false);

        assertThat(relabelled.articles().get(0).labels())
                .containsExactly(Optional.of(Label.PARAPHRASE), Optional.of(Label.NARRATIVE));
        assertThat(relabelled.read()).isEqualTo(1);
        assertThat(relabelled.changed()).isEqualTo(1);
    }

    @Test
    void should_leave_out_what_nobody_read() throws IOException {
        Table table = TableOf.rows(
                "table.csv",
                "a/0,0,0,It snowed.,narrative",
                "a/1,0,0,The mayor said taxes would rise.,narrative",
                "a/1,0,1,It rained.,narrative");

        Readings.Relabelled relabelled =
                Readings.read(readings(DIGEST + ",paraphrase")).applyTo(table, true);

        assertThat(relabelled.articles()).hasSize(1);
        assertThat(relabelled.articles().get(0).labels())
                .containsExactly(Optional.of(Label.PARAPHRASE), Optional.empty());
    }

    @Test
    void should_refuse_a_reading_without_its_sentence() throws IOException {
        Readings readings = Readings.read(readings(DIGEST + ",paraphrase", "0123456789abcdef,direct"));

        assertThatThrownBy(() -> readings.applyTo(table(), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("readings.csv:3: not a sentence of table.csv, nor are 0 others");
    }

    @Test
    void should_name_the_line_of_a_bad_row() throws IOException {
        assertThatThrownBy(() -> Readings.read(readings(DIGEST + ",claim")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("readings.csv:2: unknown label");
        assertThatThrownBy(() -> Readings.read(readings(DIGEST + ",direct", DIGEST + ",paraphrase")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("readings.csv:3: the sentence comes")
                .hasMessageContaining("a second time");
        assertThatThrownBy(() ->
                        Readings.read(Files.writeString(folder.resolve("other.csv"), "article,label\na/1,direct\n")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("other.csv:1: the header is");
    }
}
