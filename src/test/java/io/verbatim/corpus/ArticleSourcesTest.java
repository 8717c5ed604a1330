package io.verbatim.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verbatim.article.Sentence;
import io.verbatim.text.ArticleReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleSourcesTest {

    private static final ArticleReader READER = new ArticleReader();

    @TempDir
    private Path folder;

    private static List<InputArticle> all(String input, InputStream standardInput) throws IOException {
        List<InputArticle> articles = new ArrayList<>();
        try (ArticleSource source = new ArticleSources(READER, standardInput).open(input)) {
            for (var article = source.next(); article.isPresent(); article = source.next()) {
                articles.add(article.get());
            }
        }
        return articles;
    }

    private static List<InputArticle> all(Path input) throws IOException {
        return all(input.toString(), InputStream.nullInputStream());
    }

    private static List<InputArticle> standardInput(String text) throws IOException {
        return all("-", new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(file, text);
    }

    private Path gzipped(String name, String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return Files.write(folder.resolve(name), packed.toByteArray());
    }

    @Test
    void should_read_a_text_file_by_its_name() throws IOException {
        assertThat(all(file("storm.txt", "\uFEFFThe storm passed.\n")))
                .containsExactly(new InputArticle.Plain("storm", "The storm passed.\n"));
        assertThat(all(gzipped("calm.txt.gz", "All calm.")))
                .containsExactly(new InputArticle.Plain("calm", "All calm."));
        assertThat(all(file("README", "No ending."))).containsExactly(new InputArticle.Plain("README", "No ending."));
    }

    @Test
    void should_read_a_folder_sorted_and_with_paths_as_ids() throws IOException {
        file("in/b.txt", "B.");
        file("in/herald/a.txt", "A.");
        file("in/a.TXT", "First.");
        file("in/notes.md", "Not this.");

        assertThat(all(folder.resolve("in"))).extracting(InputArticle::id).containsExactly("a", "b", "herald/a");
    }

    @Test
    void should_refuse_a_folder_without_text() throws IOException {
        file("in/notes.md", "Not this.");

        assertThatThrownBy(() -> all(folder.resolve("in")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no .txt file");
    }

    @Test
    void should_read_json_lines() throws IOException {
        Path file = gzipped(
                "in.jsonl",
                "{\"text\":\"One.\\nTwo.\",\"id\":\"x/1\",\"extra\":{\"a\":[1]}}\n\n{\"id\":2,\"text\":\"\"}\n");

        assertThat(all(file))
                .containsExactly(new InputArticle.Plain("x/1", "One.\nTwo."), new InputArticle.Plain("2", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"id\":\"b\",\"text\":|no valid JSON",
                "{\"id\":\"b\",\"text\":\"x\"} {}|something follows",
                "[1]|no JSON object",
                "{\"id\":\"b\"}|no \"text\"",
                "{\"text\":\"x\"}|no \"id\"",
                "{\"id\":\"b\",\"text\":5}|\"text\" is no string",
                "{\"id\":\"b\",\"id\":\"c\",\"text\":\"x\"}|no valid JSON (Duplicate"
            })
    void should_name_the_line_that_is_no_article(String line, String message) throws IOException {
        Path file = file("in.jsonl", "{\"id\":\"a\",\"text\":\"Fine.\"}\n" + line + "\n");

        assertThatThrownBy(() -> all(file))
                .isInstanceOf(InputException.class)
                .message()
                .startsWith(file + ":2: " + message)
                .doesNotContain("\n");
    }

    @Test
    void should_refuse_json_that_nests_too_deep() throws IOException {
        Path file = file("in.jsonl", "{\"id\":\"a\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}\n");

        assertThatThrownBy(() -> all(file)).hasMessageStartingWith(file + ":1: no valid JSON");
    }

    @Test
    void should_keep_the_sentences_of_a_table() throws IOException {
        Path file = file("in.csv", "article,paragraph,sentence,text\na,0,0,One. Still one.\na,1,1,Two.\n");

        InputArticle article = all(file).get(0);

        assertThat(article.id()).isEqualTo("a");
        assertThat(article.read(READER).sentences())
                .extracting(Sentence::text)
                .containsExactly("One. Still one.", "Two.");
    }

    @Test
    void should_tell_the_kind_of_standard_input_by_its_start() throws IOException {
        assertThat(standardInput("The storm passed."))
                .containsExactly(new InputArticle.Plain("stdin", "The storm passed."));
        assertThat(standardInput("{\"id\":\"j\",\"text\":\"One.\"}\n"))
                .containsExactly(new InputArticle.Plain("j", "One."));
        assertThat(standardInput("\uFEFFarticle,paragraph,sentence,text\nc,0,0,One.\n"))
                .singleElement()
                .isInstanceOf(InputArticle.Split.class);
        assertThat(standardInput("The article, a text of note, was read.\nMore."))
                .singleElement()
                .isInstanceOf(InputArticle.Plain.class);
    }

    @Test
    void should_look_into_gzipped_input_for_its_kind() throws IOException {
        assertThat(all(gzipped("articles.gz", "{\"id\":\"j\",\"text\":\"One.\"}\n")))
                .containsExactly(new InputArticle.Plain("j", "One."));
        try (InputStream in = Files.newInputStream(gzipped("plain", "All calm."))) {
            assertThat(all("-", in)).containsExactly(new InputArticle.Plain("stdin", "All calm."));
        }
    }

    @Test
    void should_not_let_a_message_break_its_line() throws IOException {
        Path file = file("in.csv", "article,paragraph,sentence,text,label\na,0,0,x,\"\u009B\u202E\u0085\"\n");

        assertThatThrownBy(() -> all(file)).hasMessageContaining("unknown label \"   \"");
    }

    @Test
    void should_read_no_further_than_asked() throws IOException {
        Path file = file("in.jsonl", "{\"id\":\"a\",\"text\":\"Fine.\"}\nbroken\n");

        try (ArticleSource source = new ArticleSources(READER, InputStream.nullInputStream()).open(file.toString())) {
            assertThat(source.next()).map(InputArticle::id).contains("a");
            assertThatThrownBy(source::next).hasMessageStartingWith(file + ":2: ");
        }
    }

    @Test
    void should_refuse_missing_blank_and_oversized_texts() throws IOException {
        Path blank = file("blank.txt", " \n");
        Path large = file("large.txt", "x".repeat(TextFile.LONGEST + 1));

        assertThatThrownBy(() -> all(folder.resolve("none.txt"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> all(blank)).hasMessage(blank + ": no text; give a file with an article");
        assertThatThrownBy(() -> all(large)).hasMessageContaining("a text of more than 67108864 characters");
    }
}
