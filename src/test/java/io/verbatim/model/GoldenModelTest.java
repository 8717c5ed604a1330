package io.verbatim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.verbatim.article.Article;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A model of every released format, kept as it was written, scores the same. Each {@code format-N.verbatim} has a
 * {@code format-N.scores}: the probabilities of the sentences below, a line each.
 */
class GoldenModelTest {

    private static final Article ARTICLE = new ArticleReader()
            .readSentences(
                    "golden/article",
                    List.of(
                            List.of("FERRY RUNS AGAIN"),
                            List.of(
                                    "The minister said the ferry would run again on Monday, 14 May.",
                                    "\u201CIt is over,\u201D she told 300 islanders; \u2018we\u2019ll pay.\u2019"),
                            List.of(
                                    "\u201CNobody asked us.",
                                    "Who would have?\u201D",
                                    "Rain fell on the caf\u00E9s of \u00C5rdal."),
                            List.of(" ")));

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void should_score_as_it_did_when_it_was_written(int format) throws IOException {
        String name = "format-" + format;
        try (InputStream in = open(name + ".verbatim");
                InputStream scores = open(name + ".scores")) {
            double[][] probabilities = Model.read(name, in).probabilities(ARTICLE);
            List<String> lines = new String(scores.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).hasSameSizeAs(probabilities);
            for (int i = 0; i < probabilities.length; i++) {
                String[] expected = lines.get(i).split(" ", -1);
                for (int label = 0; label < expected.length; label++) {
                    assertThat(probabilities[i][label]).isCloseTo(Double.parseDouble(expected[label]), offset(1e-6));
                }
            }
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(GoldenModelTest.class.getResourceAsStream(name), name);
    }
}
