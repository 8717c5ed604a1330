package io.verbatim.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.verbatim.article.Article;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.model.Architecture;
import io.verbatim.model.EncodedSentence;
import io.verbatim.model.FeatureExtractor;
import io.verbatim.model.Model;
import io.verbatim.model.Network;
import io.verbatim.model.Tensor;
import io.verbatim.model.Vocabulary;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

class TrainerTest {

    private static final Architecture SMALL = new Architecture(16, List.of(1, 2, 3, 4), 8, 16, 12, 2, 3);
    private static final Map<String, Object> MANIFEST = Map.of("name", "test", "version", "1");

    private static Table train;
    private static Table dev;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readTables() throws IOException {
        TableReader reader = new TableReader(new ArticleReader(), Unlabelled.REFUSE);
        train = first(reader.read(Path.of("data/train.csv")), 30);
        dev = first(reader.read(Path.of("data/dev.csv")), 15);
    }

    @Test
    void should_compute_in_the_engine_what_dl4j_computes() {
        TrainingOptions options = options(3, 1);
        Vocabulary vocabulary = VocabularyBuilder.of(
                train.articles().stream().map(AnnotatedArticle::article).toList(), 2, 5000, 64);
        Graph graph = new Graph(options, vocabulary.size(), new CosineSchedule(0.01, 100));
        FeatureExtractor features = new FeatureExtractor(vocabulary);
        WordNoise none = new WordNoise(vocabulary, 0, new SplittableRandom(1));
        List<List<TrainingSentence>> articles = train.articles().stream()
                .map(article -> sentences(features.encode(article.article())))
                .toList();
        for (List<TrainingSentence> article : articles) {
            graph.network().fit(Batch.of(List.of(article), SMALL.radius(), none));
        }

        Network engine = new Network(SMALL, vocabulary.size(), graph.tensors());
        MultiDataSet batch = Batch.of(articles, SMALL.radius(), none);
        INDArray expected = graph.network().outputSingle(batch.getFeatures());

        int row = SMALL.radius();
        int compared = 0;
        for (List<TrainingSentence> article : articles) {
            float[][] logits = engine.logits(
                    article.stream().map(TrainingSentence::encoded).toList());
            for (float[] sentence : logits) {
                double[] probabilities = softmax(sentence);
                for (int label = 0; label < probabilities.length; label++) {
                    assertThat(probabilities[label]).isCloseTo(expected.getDouble(row, label), offset(1e-5));
                }
                row++;
                compared++;
            }
            row += SMALL.radius();
        }
        assertThat(compared).isEqualTo(train.sentences()).isGreaterThan(300);
    }

    @Test
    void should_learn_from_a_table() throws IOException {
        List<EpochReport> reports = new ArrayList<>();

        train(options(6, 1), Optional.empty(), reports::add);

        assertThat(reports.get(reports.size() - 1).best()).isGreaterThan(0.55);
        assertThat(reports.get(reports.size() - 1).loss())
                .isLessThan(reports.get(0).loss());
    }

    @Test
    void should_write_the_same_bytes_from_the_same_seed_and_others_from_another() throws IOException {
        byte[] once = train(options(2, 7), Optional.empty(), report -> {}).toBytes();

        assertThat(train(options(2, 7), Optional.empty(), report -> {}).toBytes())
                .isEqualTo(once);
        assertThat(train(options(2, 8), Optional.empty(), report -> {}).toBytes())
                .isNotEqualTo(once);
    }

    @Test
    void should_go_on_after_an_interruption_to_the_same_bytes() throws IOException {
        TrainingOptions options = ensemble(2, 3);
        byte[] undisturbed = train(options, Optional.empty(), report -> {}).toBytes();
        Path file = folder.resolve("m.checkpoint");
        Optional<Path> checkpoint = Optional.of(file);

        for (int interrupted = 1; interrupted <= 3; interrupted += 2) {
            int last = interrupted;
            List<EpochReport> seen = new ArrayList<>();
            assertThatThrownBy(() -> train(options, checkpoint, report -> {
                        seen.add(report);
                        if (seen.size() == Math.min(2, last)) {
                            throw new IllegalStateException("interrupted");
                        }
                    }))
                    .hasMessage("interrupted");
            assertThat(file).exists();
        }

        assertThat(train(options, checkpoint, report -> {}).toBytes()).isEqualTo(undisturbed);
        assertThat(train(options, checkpoint, report -> {}).toBytes()).isEqualTo(undisturbed);
    }

    @Test
    void should_refuse_the_checkpoint_of_another_training() {
        Path file = folder.resolve("m.checkpoint");
        Optional<Path> checkpoint = Optional.of(file);
        assertThatThrownBy(() -> train(options(3, 1), checkpoint, report -> {
                    throw new IllegalStateException("interrupted");
                }))
                .hasMessage("interrupted");

        assertThatThrownBy(() -> train(options(3, 2), checkpoint, report -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("m.checkpoint")
                .hasMessageContaining("delete the file");
    }

    @Test
    void should_say_that_a_checkpoint_is_damaged() throws IOException {
        Path file = folder.resolve("m.checkpoint");
        Optional<Path> checkpoint = Optional.of(file);
        Files.write(file, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> train(options(3, 2), checkpoint, report -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("m.checkpoint");
    }

    @Test
    void should_refuse_every_changed_or_missing_part_of_a_checkpoint() throws IOException {
        Path file = folder.resolve("m.checkpoint");
        Optional<Path> checkpoint = Optional.of(file);
        assertThatThrownBy(() -> train(options(3, 1), checkpoint, report -> {
                    throw new IllegalStateException("interrupted");
                }))
                .hasMessage("interrupted");
        byte[] whole = Files.readAllBytes(file);

        for (int i = 0; i < 40; i++) {
            byte[] damaged = whole.clone();
            damaged[(int) ((long) i * whole.length / 40)] ^= 1;
            Files.write(file, i % 2 == 0 ? damaged : Arrays.copyOf(whole, (int) ((long) i * whole.length / 40)));
            assertThatThrownBy(() -> Checkpoint.read(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("delete it to train anew");
        }
    }

    @Test
    void should_refuse_a_table_that_changed_since_the_interruption() throws IOException {
        Optional<Path> checkpoint = Optional.of(folder.resolve("m.checkpoint"));
        assertThatThrownBy(() -> train(options(3, 1), checkpoint, report -> {
                    throw new IllegalStateException("interrupted");
                }))
                .hasMessage("interrupted");
        Table changed = new Table(train.name(), "0".repeat(64), train.furtherColumns(), train.articles());

        assertThatThrownBy(() -> new Trainer(options(3, 1), Optional.empty(), List.of(), checkpoint, report -> {})
                        .train(List.of(new WeightedTable(changed, 1)), dev, MANIFEST))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("other options, tables or versions");
    }

    @Test
    void should_say_that_it_diverged_and_leave_nothing_to_go_on_from() throws IOException {
        Model first = train(options(1, 1), Optional.empty(), report -> {});
        Model extreme = Model.of(MANIFEST, SMALL, first.vocabulary(), 1, List.of(atTheirLimits(first.member(0))));
        Path file = folder.resolve("m.checkpoint");
        TrainingOptions bold = new TrainingOptions(SMALL, 1, 1, 3, 3, 32, 1, 0, 0, 0, 0, 0, 1, 0, 2, 3000, 64, 2, 1, 0);

        assertThatThrownBy(() -> new Trainer(bold, Optional.of(extreme), List.of(), Optional.of(file), report -> {})
                        .train(List.of(new WeightedTable(train, 1)), dev, MANIFEST))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("diverged in epoch 1")
                .hasMessageContaining("lower --learning-rate");
        assertThat(file).doesNotExist();
    }

    /** Weights as large as they may be, each of its sign. */
    private static Map<String, Tensor> atTheirLimits(Map<String, Tensor> tensors) {
        Map<String, Tensor> limits = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            float[] values = new float[tensor.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.signum(tensor.values()[i]) * (Tensor.LARGEST - 0.01f);
            }
            limits.put(name, Tensor.of(values, tensor.shape()));
        });
        return limits;
    }

    @Test
    void should_say_that_the_checkpoint_can_not_be_written() throws IOException {
        // A folder in the way stands for a disk that is full or closed, which a test can't have.
        Path file = folder.resolve("m.checkpoint");
        Files.createDirectories(folder.resolve("m.checkpoint.tmp"));

        assertThatThrownBy(() -> train(options(2, 1), Optional.of(file), report -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("can't be written")
                .hasMessageContaining("to go on");
        assertThat(file).doesNotExist();
    }

    @Test
    void should_begin_with_the_weights_of_another_model() throws IOException {
        Model first = train(options(4, 1), Optional.empty(), report -> {});
        List<EpochReport> reports = new ArrayList<>();

        Model tuned = new Trainer(options(1, 2), Optional.of(first), List.of(), Optional.empty(), reports::add)
                .train(List.of(new WeightedTable(train, 1)), dev, MANIFEST);

        assertThat(tuned.vocabulary().words()).isEqualTo(first.vocabulary().words());
        assertThat(tuned.manifest().fields()).containsKey("from");
        List<EpochReport> anew = new ArrayList<>();
        train(options(1, 2), Optional.empty(), anew::add);
        assertThat(reports.get(0).loss()).isLessThan(anew.get(0).loss());
    }

    @Test
    void should_learn_from_other_wordings_in_the_same_way_from_the_same_seed() throws IOException {
        // given
        List<List<TrainingSentence>> plain = articles(Teaching.none(), 0).epoch(1, 7);
        TrainingArticles augmented = articles(Teaching.none(), 0.5);

        // when
        List<List<TrainingSentence>> seen = augmented.epoch(1, 7);

        // then
        assertThat(words(articles(Teaching.none(), 0).epoch(1, 8))).isEqualTo(words(plain));
        assertThat(words(seen)).isEqualTo(words(augmented.epoch(1, 7))).isNotEqualTo(words(augmented.epoch(1, 8)));
        long changed = IntStream.range(0, seen.size())
                .filter(i -> !words(List.of(seen.get(i))).equals(words(List.of(plain.get(i)))))
                .count();
        assertThat(changed).isBetween(5L, 25L);
        for (int i = 0; i < seen.size(); i++) {
            assertThat(seen.get(i))
                    .extracting(TrainingSentence::target)
                    .usingRecursiveComparison()
                    .isEqualTo(
                            plain.get(i).stream().map(TrainingSentence::target).toList());
        }
    }

    @Test
    void should_take_the_teachers_share_and_deal_unlabelled_articles_over_the_epochs() throws IOException {
        // given
        Model model = train(options(1, 1), Optional.empty(), report -> {});
        int labelled = train.articles().size();

        // when
        TrainingArticles articles = articles(new Teaching(List.of(Teacher.of(model)), 0.25, 0.5), 0);
        List<List<TrainingSentence>> first = articles.epoch(1, 7);
        List<List<TrainingSentence>> second = articles.epoch(2, 7);

        // then
        AnnotatedArticle article = train.articles().get(0);
        double[] said = model.probabilities(article.article())[0];
        int label = article.labels().get(0).orElseThrow().ordinal();
        for (int i = 0; i < said.length; i++) {
            assertThat(first.get(0).get(0).target()[i])
                    .isCloseTo((float) (0.25 * said[i] + (i == label ? 0.75 : 0)), within(1e-6f));
        }
        assertThat(first).hasSize(labelled + (dev.articles().size() + 1) / 2);
        assertThat(second).hasSize(labelled + dev.articles().size() / 2);
        assertThat(first.get(labelled).get(0).weight()).isEqualTo(0.5f);
        assertThat(words(first.subList(labelled, first.size())))
                .doesNotContainAnyElementsOf(words(second.subList(labelled, second.size())));
    }

    @Test
    void should_tell_of_the_teacher_in_the_manifest() throws IOException {
        Model teacher = train(options(1, 1), Optional.empty(), report -> {});
        List<Article> unlabelled =
                dev.articles().stream().map(AnnotatedArticle::article).toList();

        Model student = new Trainer(
                        options(1, 1), Optional.empty(), List.of(Teacher.of(teacher)), Optional.empty(), r -> {})
                .train(List.of(new WeightedTable(train, 1)), unlabelled, dev, MANIFEST);

        assertThat(student.manifest().fields())
                .containsEntry("teachers", List.of(teacher.manifest().fields()));
        assertThat(student.toBytes()).isNotEqualTo(teacher.toBytes());
    }

    private static TrainingArticles articles(Teaching teaching, double augment) {
        return new TrainingArticles(
                List.of(new WeightedTable(train, 1)),
                dev.articles().stream().map(AnnotatedArticle::article).toList(),
                features(),
                teaching,
                options(2, 1, augment));
    }

    private static FeatureExtractor features() {
        return new FeatureExtractor(VocabularyBuilder.of(
                train.articles().stream().map(AnnotatedArticle::article).toList(), 2, 5000, 64));
    }

    private static List<List<Integer>> words(List<List<TrainingSentence>> articles) {
        return articles.stream()
                .map(article -> article.stream()
                        .flatMapToInt(s -> IntStream.of(s.encoded().words()))
                        .boxed()
                        .toList())
                .toList();
    }

    @Test
    void should_repeat_the_options_of_a_manifest() throws IOException {
        TrainingOptions options = options(1, 11);

        Model model = train(options, Optional.empty(), report -> {});

        assertThat(TrainingOptions.of(model.manifest())).isEqualTo(options);
    }

    private static Model train(TrainingOptions options, Optional<Path> checkpoint, Consumer<EpochReport> progress)
            throws IOException {
        return new Trainer(options, Optional.empty(), List.of(), checkpoint, progress)
                .train(List.of(new WeightedTable(train, 1)), dev, MANIFEST);
    }

    private static TrainingOptions options(int epochs, long seed) {
        return options(epochs, seed, 0);
    }

    private static TrainingOptions options(int epochs, long seed, double augment) {
        return new TrainingOptions(
                SMALL, seed, 1, epochs, epochs, 32, 0.01, 0.2, 0.1, 1e-5, 0.5, 1, 1, 0.9, 2, 3000, 64, 2, 1, augment);
    }

    private static TrainingOptions ensemble(int epochs, long seed) {
        return new TrainingOptions(
                SMALL, seed, 2, epochs, epochs, 32, 0.01, 0.2, 0.1, 1e-5, 0.5, 1, 1, 0.9, 2, 3000, 64, 2, 1, 0);
    }

    private static Table first(Table table, int articles) {
        return new Table(
                table.name(),
                table.sha256(),
                table.furtherColumns(),
                table.articles().subList(0, articles));
    }

    private static List<TrainingSentence> sentences(List<EncodedSentence> encoded) {
        List<TrainingSentence> sentences = new ArrayList<>();
        for (int i = 0; i < encoded.size(); i++) {
            float[] target = new float[3];
            target[i % 3] = 1;
            sentences.add(new TrainingSentence(encoded.get(i), target, 1));
        }
        return sentences;
    }

    private static double[] softmax(float[] logits) {
        double[] powers = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            powers[i] = Math.exp(logits[i]);
            sum += powers[i];
        }
        for (int i = 0; i < logits.length; i++) {
            powers[i] /= sum;
        }
        return powers;
    }
}
