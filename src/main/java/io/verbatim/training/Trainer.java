package io.verbatim.training;

import io.verbatim.article.Article;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.model.EncodedSentence;
import io.verbatim.model.FeatureExtractor;
import io.verbatim.model.Model;
import io.verbatim.model.Network;
import io.verbatim.model.Tensor;
import io.verbatim.model.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains the networks of a model on tables, keeps of each network the weights of its best epoch on a dev table, and goes
 * on where an interrupted training stopped. The same tables, options and versions on one machine give the same weights.
 * For one thread at a time: ND4J's number of threads and its random numbers are the process's own.
 */
public final class Trainer {

    private final TrainingOptions options;
    private final Optional<Model> from;
    private final List<Teacher> teachers;
    private final Optional<Path> checkpoint;
    private final Consumer<EpochReport> progress;

    /**
     * A trainer.
     *
     * @param options how to train; the architecture is ignored where {@code from} is there
     * @param from a model whose vocabulary, shape and weights to begin with
     * @param teachers whose probabilities to learn, beside the labels and of unlabelled articles; empty for labels alone
     * @param checkpoint where to keep the state between epochs, or empty for nowhere; the caller deletes it once the model
     *     is safe
     * @param progress told of each epoch
     */
    public Trainer(
            TrainingOptions options,
            Optional<Model> from,
            List<Teacher> teachers,
            Optional<Path> checkpoint,
            Consumer<EpochReport> progress) {
        this.options = options;
        this.from = from;
        this.teachers = List.copyOf(teachers);
        this.checkpoint = checkpoint;
        this.progress = progress;
    }

    /**
     * Trains a model.
     *
     * @param manifest fields of the manifest that the caller knows: name and version at least
     * @throws InputException if the tables hold no labelled sentence, the checkpoint is of another training, or the training
     *     diverges
     * @throws IOException if the checkpoint can't be read or written
     */
    public Model train(List<WeightedTable> tables, Table dev, Map<String, Object> manifest) throws IOException {
        return train(tables, List.of(), dev, manifest);
    }

    /**
     * Trains a model whose word vectors begin with what unlabelled articles teach, and which learns what the teachers
     * say of them where there are any.
     *
     * @param unlabelled articles without labels; they also count for the vocabulary
     * @param manifest fields of the manifest that the caller knows: name and version at least
     * @throws InputException if the tables hold no labelled sentence, or the checkpoint is of another training
     * @throws IOException if the checkpoint can't be read or written
     */
    public Model train(List<WeightedTable> tables, List<Article> unlabelled, Table dev, Map<String, Object> manifest)
            throws IOException {
        Threads.limit(options.threads());
        List<Article> all = new ArrayList<>(articles(tables));
        all.addAll(unlabelled);
        Vocabulary vocabulary = from.map(Model::vocabulary)
                .orElseGet(() -> VocabularyBuilder.of(all, options.minCount(), options.maxWords(), options.buckets()));
        FeatureExtractor features = new FeatureExtractor(vocabulary);
        TrainingArticles train = new TrainingArticles(
                tables,
                unlabelled,
                features,
                new Teaching(teachers, options.teacherShare(), options.unlabelledWeight()),
                options);
        List<List<TrainingSentence>> devSentences = dev.articles().stream()
                .map(article -> TrainingArticles.encode(article, features, 1, Teaching.none()))
                .toList();
        if (!train.isLabelled()) {
            throw noLabels(tables.get(0).table());
        }
        if (devSentences.stream().flatMap(List::stream).noneMatch(sentence -> sentence.weight() > 0)) {
            throw noLabels(dev);
        }

        Map<String, Object> fields = new LinkedHashMap<>(manifest);
        fields.put("options", options.toMap());
        from.ifPresent(model -> fields.put("from", model.manifest().fields()));
        if (!teachers.isEmpty()) {
            fields.put("teachers", teachers.stream().map(Teacher::manifest).toList());
        }
        fields.put(
                "train",
                tables.stream().map(t -> describe(t.table(), t.weight())).toList());
        fields.put("dev", describe(dev, 1));
        fields.put("versions", Versions.current());
        // Of the model to begin with, the manifest alone doesn't tell the weights.
        String training = fields
                + from.map(model -> HexFormat.of().formatHex(Versions.sha256().digest(model.toBytes())))
                        .orElse("");
        Optional<Checkpoint> resumed = resume(training);

        Optional<float[]> vectors = unlabelled.isEmpty()
                ? Optional.empty()
                : Optional.of(WordVectors.learn(
                        all.stream()
                                .flatMap(article -> features.encode(article).stream())
                                .map(EncodedSentence::words)
                                .toList(),
                        vocabulary.size(),
                        options.architecture().embedding(),
                        options.vectorEpochs(),
                        Graph.WORD_DEVIATION,
                        options.seed()));
        List<INDArray> finished =
                new ArrayList<>(resumed.map(Checkpoint::finished).orElse(List.of()));
        Optional<Checkpoint> state = resumed;
        List<Map<String, Tensor>> members = new ArrayList<>();
        List<Map<String, Object>> scores = new ArrayList<>();
        for (int member = 0; member < options.ensemble(); member++) {
            Run run = new Run(member, vocabulary, vectors, train, devSentences, training, finished);
            if (member < finished.size()) {
                run.take(finished.get(member));
            } else {
                finished.add(run.train(state));
                state = Optional.empty();
            }
            members.add(run.graph.tensors());
            scores.add(run.score().toMap());
        }
        fields.put("dev-scores", scores);
        Model model = Model.of(fields, options.architecture(), vocabulary, 1, members);
        return model;
    }

    private Optional<Checkpoint> resume(String fingerprint) throws IOException {
        if (checkpoint.isEmpty() || !Files.exists(checkpoint.get())) {
            return Optional.empty();
        }
        Checkpoint found = Checkpoint.read(checkpoint.get());
        if (!found.fingerprint().equals(Versions.sha256(fingerprint))) {
            throw new InputException(checkpoint.get() + ": left by a training with other options, tables or versions;"
                    + " repeat that command to finish it, or delete the file to train anew");
        }
        return Optional.of(found);
    }

    private static List<Article> articles(List<WeightedTable> tables) {
        return tables.stream()
                .flatMap(t -> t.table().articles().stream())
                .map(AnnotatedArticle::article)
                .toList();
    }

    private static InputException noLabels(Table table) {
        return new InputException(table.name() + ": no labelled sentence; fill the column label");
    }

    private static Map<String, Object> describe(Table table, double weight) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", Path.of(table.name()).getFileName().toString());
        map.put("sha256", table.sha256());
        map.put("articles", table.articles().size());
        map.put("sentences", table.sentences());
        map.put("weight", weight);
        return map;
    }

    /** Whether all weights are such as a model may have. */
    private static boolean isSound(INDArray weights) {
        for (float weight : weights.dup().data().asFloat()) {
            if (!(Math.abs(weight) <= Tensor.LARGEST)) {
                return false;
            }
        }
        return true;
    }

    /** Going on from the checkpoint would only diverge again. */
    private InputException diverged(int epoch) throws IOException {
        if (checkpoint.isPresent()) {
            Files.deleteIfExists(checkpoint.get());
        }
        return new InputException("the training diverged in epoch " + epoch
                + ": the loss or a weight is not finite any more; train again with a lower --learning-rate");
    }

    /** The training of one network of the ensemble. */
    private final class Run {
        private final int member;
        private final Vocabulary vocabulary;
        private final TrainingArticles train;
        private final List<List<TrainingSentence>> dev;
        private final String fingerprint;
        private final List<INDArray> finished;
        private final TrainingOptions own;
        private final Graph graph;

        Run(
                int member,
                Vocabulary vocabulary,
                Optional<float[]> vectors,
                TrainingArticles train,
                List<List<TrainingSentence>> dev,
                String fingerprint,
                List<INDArray> finished) {
            this.member = member;
            this.vocabulary = vocabulary;
            this.train = train;
            this.dev = dev;
            this.fingerprint = Versions.sha256(fingerprint);
            this.finished = finished;
            this.own = options.withSeed(options.seed() + member);
            int steps = options.epochs() * Math.max(1, train.sentencesOfAnEpoch() / options.batch());
            Nd4j.getRandom().setSeed(own.seed());
            this.graph = new Graph(own, vocabulary.size(), new CosineSchedule(options.learningRate(), steps));
            vectors.ifPresent(graph::setEmbedding);
            from.ifPresent(model -> graph.set(model.member(member % model.members())));
        }

        void take(INDArray weights) {
            graph.network().params().assign(weights);
        }

        DevScore score() {
            return DevScore.of(new Network(options.architecture(), vocabulary.size(), graph.tensors()), dev);
        }

        /** Trains until patience or epochs end; the graph then holds the best weights, which are returned. */
        INDArray train(Optional<Checkpoint> resumed) throws IOException {
            INDArray weights = graph.network().params();
            INDArray average = weights.dup();
            INDArray best = weights.dup();
            int epoch = 0;
            int iteration = 0;
            int bestEpoch = 0;
            double bestScore = Double.NEGATIVE_INFINITY;
            if (resumed.isPresent()) {
                Checkpoint state = resumed.get();
                epoch = state.epoch();
                iteration = state.iteration();
                bestEpoch = state.bestEpoch();
                bestScore = state.bestScore();
                weights.assign(state.arrays().get(0));
                average.assign(state.arrays().get(1));
                best.assign(state.arrays().get(2));
                graph.network()
                        .getUpdater()
                        .getUpdaterStateViewArray()
                        .assign(state.arrays().get(3));
                graph.network().getConfiguration().setIterationCount(iteration);
            }
            while (epoch < options.epochs() && epoch - bestEpoch < options.patience()) {
                long started = System.nanoTime();
                epoch++;
                SplittableRandom random = new SplittableRandom(own.seed() * 1_000_003L + epoch);
                Nd4j.getRandom().setSeed(random.nextLong());
                WordNoise noise = new WordNoise(vocabulary, options.wordDropout(), random.split());
                double loss = 0;
                int steps = 0;
                List<List<TrainingSentence>> seen = train.epoch(epoch, own.seed() * 1_000_033L + epoch);
                for (List<List<TrainingSentence>> batch : Batch.shuffled(seen, options.batch(), random)) {
                    graph.network().fit(Batch.of(batch, options.architecture().radius(), noise));
                    loss += graph.network().score();
                    steps++;
                    iteration++;
                    double keep = Math.min(options.averaging(), (1.0 + iteration) / (10 + iteration));
                    average.muli(keep).addi(weights.mul(1 - keep));
                }
                if (!Double.isFinite(loss) || !isSound(weights)) {
                    throw diverged(epoch);
                }
                INDArray current = weights.dup();
                weights.assign(average);
                double score = score().macroF1();
                if (score > bestScore) {
                    bestScore = score;
                    bestEpoch = epoch;
                    best.assign(average);
                }
                weights.assign(current);
                if (checkpoint.isPresent()) {
                    new Checkpoint(
                                    fingerprint,
                                    finished,
                                    epoch,
                                    iteration,
                                    bestEpoch,
                                    bestScore,
                                    List.of(
                                            weights,
                                            average,
                                            best,
                                            graph.network().getUpdater().getUpdaterStateViewArray()))
                            .write(checkpoint.get());
                }
                int patienceLeft = options.patience() - (epoch - bestEpoch);
                progress.accept(new EpochReport(
                        member + 1,
                        options.ensemble(),
                        epoch,
                        options.epochs(),
                        loss / steps,
                        score,
                        bestScore,
                        bestEpoch,
                        patienceLeft,
                        Duration.ofNanos(System.nanoTime() - started).multipliedBy(options.epochs() - epoch)));
            }
            weights.assign(best);
            return best;
        }
    }
}
