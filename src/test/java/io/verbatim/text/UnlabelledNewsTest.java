package io.verbatim.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.verbatim.article.Article;
import io.verbatim.article.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Runs over the corpora of unlabelled news where they stand beside the project. */
class UnlabelledNewsTest {

    private static final Path FOLDER = Path.of("../shared/corpora/unlabelled");

    private final ArticleReader reader = new ArticleReader();

    @Test
    void should_give_every_text_back() throws IOException {
        assumeThat(FOLDER).isDirectory();

        int articles = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "*.txt.gz")) {
            for (Path file : files) {
                articles += check(file);
            }
        }

        assertThat(articles).isGreaterThan(20_000);
    }

    private int check(Path file) throws IOException {
        int articles = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            StringBuilder text = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    text.append(line).append('\n');
                } else if (text.length() > 0) {
                    check(text.toString());
                    articles++;
                    text.setLength(0);
                }
            }
            if (text.length() > 0) {
                check(text.toString());
                articles++;
            }
        }
        return articles;
    }

    private void check(String text) {
        Article article = reader.read("a/b", text);
        int end = 0;
        for (Sentence sentence : article.sentences()) {
            assertThat(isWhite(text.substring(end, sentence.start()))).isTrue();
            assertThat(text.substring(sentence.start(), sentence.end())).isEqualTo(sentence.text());
            end = sentence.end();
        }
        assertThat(isWhite(text.substring(end))).isTrue();
    }

    private static boolean isWhite(String between) {
        return between.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }
}
