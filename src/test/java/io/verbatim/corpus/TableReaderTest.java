package io.verbatim.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import io.verbatim.text.ArticleReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {

    private static final String HEADER = "article,paragraph,sentence,text,label\n";
    private static final String SMALL = HEADER
            + "herald/pier,0,0,The pier closed on Friday.,narrative\n"
            + "herald/pier,0,1,\"\"\"It is unsafe,\"\" she said.\",direct\n"
            + "herald/pier,4,2,Repairs would take a year.,paraphrase\n"
            + "herald/mill,1,0,The mill burned down.,narrative\n";

    @TempDir
    private Path folder;

    private static Table read(String text) throws IOException {
        return read(text.getBytes(UTF_8), Unlabelled.REFUSE);
    }

    private static Table read(byte[] bytes, Unlabelled unlabelled) throws IOException {
        return new TableReader(new ArticleReader(), unlabelled).read("t.csv", new ByteArrayInputStream(bytes));
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void should_read_articles_with_paragraphs_labels_and_lines() throws IOException {
        Table table = read(SMALL);

        assertThat(table.articles()).extracting(AnnotatedArticle::id).containsExactly("herald/pier", "herald/mill");
        AnnotatedArticle pier = table.articles().get(0);
        assertThat(pier.article().paragraphs()).hasSize(2);
        assertThat(pier.article().sentences())
                .extracting(Sentence::text)
                .containsExactly(
                        "The pier closed on Friday.", "\"It is unsafe,\" she said.", "Repairs would take a year.");
        assertThat(pier.labels())
                .containsExactly(
                        Optional.of(Label.NARRATIVE), Optional.of(Label.DIRECT), Optional.of(Label.PARAPHRASE));
        assertThat(pier.rows()).extracting(AnnotatedArticle.Row::line).containsExactly(2L, 3L, 4L);
        assertThat(pier.publisher()).contains("herald");
        assertThat(table.sentences()).isEqualTo(4);
    }

    @Test
    void should_hash_the_uncompressed_bytes_and_see_gzip_by_content() throws IOException {
        Table plain = read(SMALL);
        Path packed = Files.write(folder.resolve("misnamed.csv"), gzipped(SMALL.getBytes(UTF_8)));

        Table unpacked = new TableReader(new ArticleReader(), Unlabelled.REFUSE).read(packed);

        assertThat(plain.sha256()).matches("[0-9a-f]{64}").isEqualTo(unpacked.sha256());
        assertThat(read(SMALL + "\n").sha256()).isNotEqualTo(plain.sha256());
        assertThat(unpacked.sentences()).isEqualTo(4);
    }

    @Test
    void should_find_columns_by_name_and_carry_further_ones_along() throws IOException {
        Table table = read("\uFEFFnote,label,text,sentence,paragraph,article,cue\r\n"
                + "first,direct,“Go away.”,0,0,a,shouted\r\n,narrative,She left.,1,0,a,\r\n");

        assertThat(table.furtherColumns()).containsExactly("note", "cue");
        assertThat(table.articles().get(0).rows())
                .extracting(AnnotatedArticle.Row::further)
                .containsExactly(List.of("first", "shouted"), List.of("", ""));
        assertThat(table.articles().get(0).article().sentences().get(0).text()).isEqualTo("“Go away.”");
    }

    @Test
    void should_name_the_line_after_rows_of_several_lines() {
        assertThatThrownBy(() -> read(HEADER + "a,0,0,\"Two\nlines.\",narrative\n\na,0,1,Bad.,maybe\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("t.csv:5: unknown label \"maybe\"; allowed are direct, paraphrase, narrative");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a,0,0,One.,|t.csv:2: no label; give one of direct, paraphrase, narrative, or leave such rows out by --skip-unlabelled",
                "a,0,0,One.,Direct|t.csv:2: unknown label \"Direct\"; allowed are direct, paraphrase, narrative",
                "a,0,0,One, two.,direct|t.csv:2: the row has 6 fields, the header 5;",
                "a,0,0,One.|t.csv:2: the row has 4 fields, the header 5;",
                "a,0,0,  ,direct|t.csv:2: no text;",
                ",0,0,One.,direct|t.csv:2: no article id;",
                "a,0,0,\"One.,direct|t.csv:2: a double quote opens a field that is not closed",
                "a,0,0,\"One\" two.,direct|t.csv:2: a double quote opens a field that is not closed"
            })
    void should_name_file_line_and_remedy_of_a_bad_row(String row, String message) {
        assertThatThrownBy(() -> read(HEADER + row + "\n"))
                .isInstanceOf(InputException.class)
                .message()
                .startsWith(message)
                .doesNotContain("\n");
    }

    @Test
    void should_refuse_rows_of_an_article_that_are_not_together() {
        assertThatThrownBy(() -> read(HEADER + "a,0,0,One.,direct\nb,0,0,Two.,direct\na,0,1,Three.,direct\n"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("t.csv:4: article \"a\" comes a second time;");
    }

    @Test
    void should_name_missing_columns_and_what_the_header_has() {
        assertThatThrownBy(() -> read("article;paragraph;text\n"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("t.csv:1: no column article, paragraph, sentence, text, label; the header has"
                        + " \"article;paragraph;text\"")
                .hasMessageContaining("commas");
    }

    @Test
    void should_refuse_empty_input_a_header_alone_and_a_doubled_column() {
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("t.csv: empty file");
        assertThatThrownBy(() -> read("\uFEFF")).hasMessageStartingWith("t.csv: empty file");
        assertThatThrownBy(() -> read(HEADER)).hasMessageStartingWith("t.csv: a header and no rows");
        assertThatThrownBy(() -> read("article,text,text\n")).hasMessageStartingWith("t.csv:1: column \"text\" comes");
    }

    @Test
    void should_name_the_line_and_byte_that_is_no_utf_8() {
        byte[] latin1 = (HEADER + "a,0,0,Fine.,narrative\na,0,1,The café closed.,narrative\n").getBytes(ISO_8859_1);

        assertThatThrownBy(() -> read(latin1, Unlabelled.REFUSE))
                .isInstanceOf(InputException.class)
                .hasMessage("t.csv:3: not UTF-8 (byte 74 of the file); convert it, for example with"
                        + " iconv -f cp1252 -t utf-8");
    }

    @Test
    void should_keep_unlabelled_sentences_as_context_when_asked() throws IOException {
        byte[] rows = (HEADER + "a,0,0,One.,direct\na,0,1,Two.,\n").getBytes(UTF_8);

        Table table = read(rows, Unlabelled.SKIP);

        assertThat(table.articles().get(0).labels()).containsExactly(Optional.of(Label.DIRECT), Optional.empty());
        assertThat(table.articles().get(0).article().sentences()).hasSize(2);
    }

    @Test
    void should_do_without_the_column_label_only_where_labels_are_not_needed() throws IOException {
        byte[] rows = "article,paragraph,sentence,text\na,0,0,One.\n".getBytes(UTF_8);

        assertThat(read(rows, Unlabelled.KEEP).articles().get(0).labels()).containsExactly(Optional.empty());
        assertThatThrownBy(() -> read(rows, Unlabelled.SKIP)).hasMessageStartingWith("t.csv:1: no column label;");
    }

    @Test
    void should_refuse_missing_files_and_directories() {
        TableReader reader = new TableReader(new ArticleReader(), Unlabelled.REFUSE);
        Path missing = folder.resolve("none.csv");

        assertThatThrownBy(() -> reader.read(missing)).hasMessage(missing + ": no such file; check the path");
        assertThatThrownBy(() -> reader.read(folder)).hasMessage(folder + ": is a directory; name a file");
    }

    @Test
    void should_refuse_damaged_gzip() throws IOException {
        byte[] packed = gzipped(SMALL.getBytes(UTF_8));
        byte[] cut = Arrays.copyOf(packed, packed.length - 12);

        assertThatThrownBy(() -> read(cut, Unlabelled.REFUSE))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("t.csv: broken gzip data");
    }

    @Test
    void should_refuse_an_oversized_field() {
        String row = "a,0,0," + "x".repeat(TableRows.LONGEST_FIELD + 1) + ",direct\n";

        assertThatThrownBy(() -> read(HEADER + row)).hasMessageStartingWith("t.csv:2: a field of more than 1048576");
    }

    @Test
    void should_stop_at_a_row_without_end_before_it_fills_the_memory() {
        InputStream endless = new InputStream() {
            private final byte[] start = (HEADER + "a,0,0,\"").getBytes(UTF_8);
            private int at;

            @Override
            public int read() {
                return at < start.length ? start[at++] : 'x';
            }
        };

        assertThatThrownBy(() -> new TableReader(new ArticleReader(), Unlabelled.REFUSE).read("endless.csv", endless))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("the row that began on line 2 has no end");
    }

    @Test
    void should_give_articles_one_at_a_time() throws IOException {
        TableReader reader = new TableReader(new ArticleReader(), Unlabelled.REFUSE);
        byte[] bytes = (SMALL + "late,0,0,Bad.,no\n").getBytes(UTF_8);

        try (TableReader.Rows rows = reader.open("t.csv", new ByteArrayInputStream(bytes))) {
            assertThat(rows.next()).map(AnnotatedArticle::id).contains("herald/pier");
            assertThatThrownBy(rows::next).hasMessageStartingWith("t.csv:6: unknown label");
        }
    }

    @Test
    void should_write_what_it_reads() throws IOException {
        String text = "article,paragraph,sentence,text,label,note\n"
                + "a,3,0,\"A \"\"b\"\", c\nd.\",direct,x\na,7,9,Two.,,\n";
        Table table = read(text.getBytes(UTF_8), Unlabelled.SKIP);
        Path out = folder.resolve("out.csv");

        TableWriter.write(table, out);

        assertThat(out).hasContent(text);
    }
}
