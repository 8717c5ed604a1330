package io.verbatim.training.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.text.ArticleReader;
import io.verbatim.training.Checkpoint;
import io.verbatim.training.Teacher;
import io.verbatim.training.Teaching;
import io.verbatim.training.Threads;
import io.verbatim.training.WeightedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link FineTuning} with a small transformer that knows nothing. */
class FineTuningTest {

    private static final FineTuningOptions OPTIONS = new FineTuningOptions(3, 1, 96, 4, 0.01, 0.01, 0.01, 5, 1);

    private static Table table;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readTable() throws IOException {
        Threads.limit(1);
        Table whole = new TableReader(new ArticleReader(), Unlabelled.REFUSE).read(Path.of("data/dev.csv"));
        table = new Table(
                whole.name(),
                whole.sha256(),
                whole.furtherColumns(),
                whole.articles().subList(0, 12));
    }

    @Test
    void should_learn_and_give_the_same_from_the_same_seed() throws IOException {
        List<String> progress = new ArrayList<>();
        AnnotatedArticle article = table.articles().get(0);

        FineTuning tuned = tune(folder.resolve("first"), progress::add);
        double[][] probabilities = tuned.probabilities(article.article());

        assertThat(macroF1(progress.get(progress.size() - 1))).isGreaterThan(0.5);
        assertThat(probabilities).hasNumberOfRows(article.article().sentences().size());
        for (double[] p : probabilities) {
            assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-9));
        }
        assertThat(tune(folder.resolve("second"), line -> {}).probabilities(article.article()))
                .isDeepEqualTo(probabilities);
    }

    @Test
    void should_go_on_after_an_interruption_to_the_same_weights() throws IOException {
        Path checkpoint = folder.resolve("interrupted");
        AnnotatedArticle article = table.articles().get(0);

        assertThatThrownBy(() -> tune(checkpoint, line -> {
                    if (line.startsWith("epoch 3/")) {
                        throw new IllegalStateException("interrupted");
                    }
                }))
                .hasMessage("interrupted");
        assertThat(checkpoint).exists();
        List<String> rest = new ArrayList<>();
        double[][] resumed = tune(checkpoint, rest::add).probabilities(article.article());

        assertThat(rest).isNotEmpty().noneMatch(line -> line.startsWith("epoch 1/"));
        assertThat(resumed)
                .isDeepEqualTo(tune(folder.resolve("whole"), line -> {}).probabilities(article.article()));
    }

    @Test
    void should_refuse_a_checkpoint_of_another_training() throws IOException {
        Path checkpoint = folder.resolve("other");
        new Checkpoint("other", List.of(), 1, 1, 0, 0, List.of()).write(checkpoint);

        assertThatThrownBy(() -> tune(checkpoint, line -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("delete the file to train anew");
    }

    @Test
    void should_refuse_what_is_no_bert() throws IOException {
        Path onnx = folder.resolve("bert.onnx");
        Path tokenizer = folder.resolve("tokenizer.json");
        Files.writeString(onnx, "no model");
        Files.writeString(tokenizer, "{\"model\":{\"vocab\":{\"[UNK]\":0,\"[CLS]\":1,\"[SEP]\":2,\"[unused1]\":3}}}");

        assertThatThrownBy(() -> FineTuning.of(
                        onnx,
                        tokenizer,
                        List.of(new WeightedTable(table, 1)),
                        table,
                        Teaching.none(),
                        OPTIONS,
                        folder.resolve("c"),
                        line -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bert.onnx");
    }

    @Test
    void should_refuse_a_checkpoint_with_another_dev_table() throws IOException {
        Path checkpoint = folder.resolve("checkpoint");
        tune(checkpoint, line -> {});
        Table other = new Table(table.name(), "other", table.furtherColumns(), table.articles());

        assertThatThrownBy(() -> tune(checkpoint, other, line -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("other options, tables or versions");
    }

    @Test
    void should_learn_what_a_teacher_says_instead_of_the_labels() throws IOException {
        double[] narrative = {0.02, 0.08, 0.9};
        Teacher teacher = new Teacher(
                Map.of("name", "narrative"),
                article -> Optional.of(
                        article.sentences().stream().map(sentence -> narrative).toArray(double[][]::new)));

        FineTuning taught = tune(folder.resolve("c"), table, new Teaching(List.of(teacher), 1, 0), line -> {});

        for (double[] p : taught.probabilities(table.articles().get(0).article())) {
            assertThat(p[2]).isGreaterThan(0.6);
        }
    }

    @Test
    void should_refuse_a_checkpoint_with_another_teacher() throws IOException {
        Path checkpoint = folder.resolve("checkpoint");
        tune(checkpoint, line -> {});
        Teacher silent = new Teacher(Map.of("name", "silent"), article -> Optional.empty());

        assertThatThrownBy(() -> tune(checkpoint, table, new Teaching(List.of(silent), 0.5, 0), line -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("other options, tables or versions");
    }

    private FineTuning tune(Path checkpoint, Consumer<String> progress) throws IOException {
        return tune(checkpoint, table, progress);
    }

    private FineTuning tune(Path checkpoint, Table dev, Consumer<String> progress) throws IOException {
        return tune(checkpoint, dev, Teaching.none(), progress);
    }

    private FineTuning tune(Path checkpoint, Table dev, Teaching teaching, Consumer<String> progress)
            throws IOException {
        return FineTuning.of(
                TinyBert.onnx(folder.resolve("tiny.onnx")),
                TinyBert.tokenizer(folder.resolve("tiny.json")),
                List.of(new WeightedTable(table, 1)),
                dev,
                teaching,
                OPTIONS,
                checkpoint,
                progress);
    }

    private static double macroF1(String line) {
        Matcher matcher = Pattern.compile("dev macro-F1 ([0-9.]+)").matcher(line);
        assertThat(matcher.find()).as(line).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
