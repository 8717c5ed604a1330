package io.verbatim.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.LabelledArticle;
import io.verbatim.LabelledSentence;
import io.verbatim.QuoteClassifier;
import io.verbatim.article.Article;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.ArticleSource;
import io.verbatim.corpus.ArticleSources;
import io.verbatim.corpus.InputArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableCheck;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.TableWriter;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.corpus.polnear.PolnearImporter;
import io.verbatim.evaluation.PredictedArticles;
import io.verbatim.evaluation.Predictions;
import io.verbatim.model.Model;
import io.verbatim.model.ModelFormatException;
import io.verbatim.model.Models;
import io.verbatim.text.ArticleReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is read, it is labelled as promised or refused with the reader's own error. */
@Tag("fuzz")
class ReadersFuzzTest {

    private static final ArticleReader READER = new ArticleReader();
    private static final QuoteClassifier CLASSIFIER = QuoteClassifier.of(Models.small(1));
    private static final int HASH_BYTES = 32;

    private static final byte[] TABLE = """
            article,paragraph,sentence,text,label,note
            north/ferry,0,0,The ferry stopped.,narrative,a
            north/ferry,0,1,"“It will ""run"" again,” she said.",direct,
            north/ferry,1,2,"The owner said, at last,
            that it would.",paraphrase,b
            harbour,0,0,Rain fell.,narrative,
            """.getBytes(UTF_8);

    private static final Article NO_ARTICLE = READER.readSentences("none", List.of());

    private static final byte[] PREDICTIONS = """
            sha256,p_direct,p_paraphrase,p_narrative
            0123456789abcdef,0.1,0.2,0.7
            0123456789abcdef,1,0,0
            fedcba9876543210,0.3333,0.3333,0.3333
            """.getBytes(UTF_8);

    private static final byte[] JSON_LINES = """
            {"id":"north/ferry","text":"The ferry stopped.\\n\\n“It will run,” she said.","more":{"a":[1,null]}}

            {"text":"Rain\\u0020fell. \\ud83d\\ude00","id":7}
            """.getBytes(UTF_8);

    private static final String BRAT_TEXT = "“Go,” said Ann, “now.” AP\n\nThe 😀 owner denied it. Rain fell.\n";

    private static final byte[] BRAT = """
            T1\tContent 0 5;16 22\t“Go,” “now.”
            T2\tCue 6 10\tsaid
            T3\tSource 11 14\tAnn
            T4\tAttribution 6 10\tsaid
            E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3
            T5\tDiscard 23 25\tAP
            T6\tContent 46 48\tit
            T7\tCue 39 45\tdenied
            E2\tAttribution:T4 Content:T6 Cue:T7
            #1\tAnnotatorNotes T5\ta note
            """.getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void should_label_every_text() {
        Rounds.run("text", random -> {
            String text = new Hostile(random).text();
            LabelledArticle article = CLASSIFIER.label(text);
            Properties.holdText(text, article);
            Properties.hold(CLASSIFIER, article);
            if (!article.sentences().isEmpty() && random.nextInt(50) == 0) {
                CLASSIFIER.explain(article, random.nextInt(article.sentences().size()));
            }
            splitSentences(text, random);
        });
    }

    private static void splitSentences(String text, Random random) throws IOException {
        List<List<String>> paragraphs = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            List<String> paragraph = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0 && at < text.length(); i--) {
                int to = Math.min(text.length(), at + random.nextInt(200));
                paragraph.add(text.substring(at, to));
                at = Math.max(to, at + 1);
            }
            paragraphs.add(paragraph);
        }
        LabelledArticle article = CLASSIFIER.label("split", paragraphs);
        assertThat(article.sentences())
                .extracting(LabelledSentence::text)
                .isEqualTo(paragraphs.stream().flatMap(List::stream).toList());
        Properties.hold(CLASSIFIER, article);
    }

    @Test
    void should_read_or_refuse_every_input_of_any_kind() {
        Rounds.run("input", random -> {
            Hostile hostile = new Hostile(random);
            byte[] input = switch (random.nextInt(4)) {
                case 0 -> hostile.text().getBytes(UTF_8);
                case 1 -> hostile.mutated(JSON_LINES);
                case 2 -> jsonLines(hostile);
                default -> hostile.mutated(TABLE);
            };
            if (random.nextInt(8) == 0) {
                byte[] packed = gzipped(input);
                input = random.nextBoolean() ? packed : hostile.mutated(packed);
            }
            String first = readAll(input);
            assertThat(readAll(input)).isEqualTo(first);
        });
    }

    private static byte[] jsonLines(Hostile hostile) throws IOException {
        StringWriter lines = new StringWriter();
        for (int i = 0; i < 3; i++) {
            String json =
                    JSON.std.asString(Map.of("id", "a" + i, "text", hostile.field(), hostile.field(), hostile.field()));
            lines.append(json).append('\n');
        }
        return hostile.mutated(lines.toString().getBytes(UTF_8));
    }

    /** Labels all articles of an input as standard input; a digest of them and of the error. */
    private static String readAll(byte[] input) throws IOException {
        StringBuilder seen = new StringBuilder();
        try (ArticleSource source =
                new ArticleSources(READER, new ByteArrayInputStream(input)).open(ArticleSources.STANDARD_INPUT)) {
            for (var next = source.next(); next.isPresent(); next = source.next()) {
                LabelledArticle article = CLASSIFIER.label(next.get().read(READER));
                Properties.hold(CLASSIFIER, article);
                if (next.get() instanceof InputArticle.Plain plain) {
                    Properties.holdText(plain.text(), article);
                }
                seen.append(article.id()).append(article.sentences());
            }
        } catch (InputException e) {
            Properties.holdMessage(e.getMessage(), "standard input");
            seen.append(e.getMessage());
        }
        return seen.toString().replaceAll("Sentence@\\w+", "");
    }

    @Test
    void should_read_or_refuse_every_table() throws IOException {
        Table gold = new TableReader(READER, Unlabelled.REFUSE).read("gold.csv", new ByteArrayInputStream(TABLE));
        Path file = folder.resolve("t.csv");
        Rounds.run("table", random -> {
            Hostile hostile = new Hostile(random);
            byte[] input = random.nextInt(3) == 0 ? table(hostile) : hostile.mutated(TABLE);
            for (Unlabelled unlabelled : Unlabelled.values()) {
                try {
                    Table table =
                            new TableReader(READER, unlabelled).read("t.csv", new ByteArrayInputStream(input.clone()));
                    assertComesBack(table, unlabelled);
                } catch (InputException e) {
                    Properties.holdMessage(e.getMessage(), "t.csv");
                }
            }
            write(file, input);
            new TableCheck(READER, Unlabelled.KEEP)
                    .check(List.of(file, file))
                    .findings()
                    .forEach(finding -> Properties.holdMessage(finding.toString(), file.toString()));
            try {
                Predictions.read(file, gold);
            } catch (InputException e) {
                Properties.holdMessage(e.getMessage(), file.toString());
            }
            write(file, random.nextBoolean() ? input : hostile.mutated(PREDICTIONS));
            try {
                assertThat(PredictedArticles.read(file).of(NO_ARTICLE)).isEmpty();
            } catch (InputException e) {
                Properties.holdMessage(e.getMessage(), file.toString());
            }
        });
    }

    private static byte[] table(Hostile hostile) throws IOException {
        StringBuilder table = new StringBuilder("article,paragraph,sentence,text,label\n");
        for (int i = 0; i < 4; i++) {
            String text = hostile.field();
            table.append("a/")
                    .append(i / 2)
                    .append(',')
                    .append(i)
                    .append(',')
                    .append(i)
                    .append(",\"");
            table.append(text.replace("\"", "\"\"")).append("\",direct\n");
        }
        byte[] bytes = table.toString().getBytes(UTF_8);
        return hostile.field().length() % 2 == 0 ? bytes : hostile.mutated(bytes);
    }

    /** What was read is written and read again: the same articles. */
    private static void assertComesBack(Table table, Unlabelled unlabelled) throws IOException {
        StringWriter written = new StringWriter();
        TableWriter.write(table, written);
        Table again = new TableReader(READER, unlabelled)
                .read("t.csv", new ByteArrayInputStream(written.toString().getBytes(UTF_8)));
        assertThat(again.furtherColumns()).isEqualTo(table.furtherColumns());
        assertThat(again.articles()).hasSameSizeAs(table.articles());
        for (int i = 0; i < again.articles().size(); i++) {
            AnnotatedArticle one = table.articles().get(i);
            AnnotatedArticle other = again.articles().get(i);
            assertThat(other.id()).isEqualTo(one.id());
            assertThat(other.labels()).isEqualTo(one.labels());
            assertThat(other.article().sentences().toString())
                    .isEqualTo(one.article().sentences().toString());
            assertThat(other.article().paragraphs()).hasSameSizeAs(one.article().paragraphs());
        }
    }

    @Test
    void should_read_or_refuse_every_brat_file() throws IOException {
        Path text = Files.createDirectories(folder.resolve("text")).resolve("north_ferry.txt");
        Path annotations =
                Files.createDirectories(folder.resolve("attributions")).resolve("north_ferry_A.ann");
        PolnearImporter importer = new PolnearImporter(READER);
        Rounds.run("brat", random -> {
            Hostile hostile = new Hostile(random);
            write(
                    text,
                    switch (random.nextInt(4)) {
                        case 0 -> hostile.text().getBytes(UTF_8);
                        case 1 -> hostile.mutated(BRAT_TEXT.getBytes(UTF_8));
                        default -> BRAT_TEXT.getBytes(UTF_8);
                    });
            write(annotations, random.nextInt(8) == 0 ? BRAT : hostile.mutated(BRAT));
            try {
                for (AnnotatedArticle article : importer.read(folder)) {
                    assertThat(article.id()).isEqualTo("north/ferry");
                    Properties.hold(CLASSIFIER, CLASSIFIER.label(article.article()));
                }
            } catch (InputException e) {
                Properties.holdMessage(e.getMessage(), folder.toString());
            }
        });
    }

    @Test
    void should_read_or_refuse_every_model() throws IOException {
        List<byte[]> good = List.of(
                Models.small(1).toBytes(),
                Files.readAllBytes(Path.of("src/test/resources/io/verbatim/model/format-1.verbatim")));
        Rounds.run("model", random -> {
            byte[] model = good.get(random.nextInt(8) == 0 ? 1 : 0);
            byte[] body = Arrays.copyOf(model, model.length - HASH_BYTES);
            // Mostly with a hash that is right, so that what lies behind it is read.
            byte[] input = random.nextInt(8) == 0
                    ? new Hostile(random).mutated(model)
                    : hashed(new Hostile(random).mutated(random.nextInt(2) == 0 ? body : lied(body, random)));
            try {
                Model read = Model.read("m.verbatim", new ByteArrayInputStream(input));
                QuoteClassifier classifier = QuoteClassifier.of(read);
                Properties.hold(classifier, classifier.label("“It will run,” she said. Rain fell."));
                assertThat(Model.read("m.verbatim", new ByteArrayInputStream(read.toBytes()))
                                .toBytes())
                        .isEqualTo(read.toBytes());
            } catch (ModelFormatException e) {
                Properties.holdMessage(e.getMessage(), "m.verbatim");
            }
        });
    }

    /** A model whose lengths and numbers lie. */
    private static byte[] lied(byte[] body, Random random) {
        byte[] changed = body.clone();
        int[] lies = {-1, 0, 1, 3, 255, 65_535, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE, random.nextInt()};
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(body.length - 3);
            ByteBuffer.wrap(changed).putInt(at, lies[random.nextInt(lies.length)]);
        }
        return changed;
    }

    private static byte[] hashed(byte[] body) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
        byte[] file = Arrays.copyOf(body, body.length + HASH_BYTES);
        System.arraycopy(hash, 0, file, body.length, HASH_BYTES);
        return file;
    }

    private static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A new file is written sooner than one that is there. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.write(file, bytes);
    }
}
