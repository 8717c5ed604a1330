package io.verbatim.training.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verbatim.corpus.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {

    private static final Map<String, Integer> IDS = Map.of(
            "[UNK]", 0, "un", 1, "##aff", 2, "##able", 3, "cafe", 4, ",", 5, "\u201C", 6, "a", 7, "##a", 8, "-", 9);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unaffable | 1 2 3",
                "Unaffable, unable | 1 2 3 5 1 3",
                "CAF\u00C9\u00A0cafe\u0301 | 4 4",
                "\u201Ccafe\u200B | 6 4",
                "a-a aa | 7 9 7 7 8",
                "unaffablex | 0",
                "\uD83D\uDE00 a | 0 7",
            })
    void should_cut_the_longest_known_pieces(String text, String ids) {
        assertThat(new WordPieces(IDS).of(text))
                .containsExactlyElementsOf(List.of(ids.split(" ", -1)).stream()
                        .map(Integer::valueOf)
                        .toList());
    }

    @Test
    void should_not_know_a_word_of_endless_length() {
        assertThat(new WordPieces(IDS).of("a".repeat(101))).containsExactly(0);
        assertThat(new WordPieces(IDS).of("a".repeat(100))).hasSize(100);
        assertThat(new WordPieces(IDS).of(" \t\n")).isEmpty();
    }

    @Test
    void should_read_a_tokenizer_and_refuse_what_is_none(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(
                file, "{\"model\":{\"vocab\":{\"[UNK]\":0,\"[CLS]\":1,\"[SEP]\":2,\"[unused1]\":3,\"a\":4}}}");
        assertThat(WordPieces.read(file).of("a b")).containsExactly(4, 0);

        for (String none :
                List.of("{}", "{\"model\":{\"vocab\":{\"[UNK]\":0,\"[CLS]\":1,\"[SEP]\":2,\"a\":3}}}", "no json")) {
            Files.writeString(file, none);
            assertThatThrownBy(() -> WordPieces.read(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("tokenizer.json");
        }
    }
}
