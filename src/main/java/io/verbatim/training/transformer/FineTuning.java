package io.verbatim.training.transformer;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.training.Checkpoint;
import io.verbatim.training.DevScore;
import io.verbatim.training.Teacher;
import io.verbatim.training.Teaching;
import io.verbatim.training.Threads;
import io.verbatim.training.Versions;
import io.verbatim.training.WeightedTable;
import io.verbatim.training.transformer.Windows.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A transformer that learned the labels from tables. For one thread at a time. */
public final class FineTuning {

    private static final double WARM_UP = 0.06;
    private static final double DROPOUT = 0.1;
    /** The gradient is cut to this length (Pascanu, Mikolov and Bengio 2013). */
    private static final double LONGEST_GRADIENT = 1;
    /** Batches from which windows of like length are put together. */
    private static final int SORTED_BATCHES = 16;

    private static final int PROGRESS = 50;
    private static final int STEPS_BETWEEN_CHECKPOINTS = 250;

    private final SentenceTagger tagger;
    private final PieceReader reader;
    private final Windows windows;
    private final FineTuningOptions options;

    private FineTuning(SentenceTagger tagger, PieceReader reader, FineTuningOptions options) {
        this.tagger = tagger;
        this.reader = reader;
        this.windows = new Windows(options.window());
        this.options = options;
    }

    /**
     * Fine-tunes a BERT.
     *
     * @param onnx the BERT, as exported from PyTorch
     * @param tokenizer its {@code tokenizer.json}
     * @param tables what it learns from
     * @param dev what it is scored on after every epoch; nothing is chosen by it
     * @param teaching what it learns of labelled sentences beside their labels
     * @param checkpoint where to keep the state, every {@value #STEPS_BETWEEN_CHECKPOINTS} steps and after each
     *     epoch; the caller deletes it
     * @param progress told in a line how far it is
     * @throws InputException if a file is none of these, no sentence has a label, the checkpoint is of another training, or
     *     the training diverges
     */
    public static FineTuning of(
            Path onnx,
            Path tokenizer,
            List<WeightedTable> tables,
            Table dev,
            Teaching teaching,
            FineTuningOptions options,
            Path checkpoint,
            Consumer<String> progress)
            throws IOException {
        Threads.limit(options.threads());
        WordPieces pieces = WordPieces.read(tokenizer);
        PieceReader reader = new PieceReader(pieces);
        Chance chance = new Chance();
        Transformer transformer = Transformer.of(OnnxWeights.read(onnx), options.heads(), chance);
        if (pieces.largest() >= transformer.vocabulary()) {
            throw new InputException(tokenizer + ": has a piece " + pieces.largest() + ", but " + onnx + " knows only "
                    + transformer.vocabulary() + "; give the tokenizer that belongs to it");
        } else if (transformer.dimensions() % options.heads() != 0) {
            throw new InputException("heads " + options.heads() + ": " + onnx + " has " + transformer.dimensions()
                    + " dimensions, which they must divide; its description names their number");
        } else if (transformer.longest() < options.window()) {
            throw new InputException("window " + options.window() + ": " + onnx + " reads no more than "
                    + transformer.longest() + " pieces; use a smaller one");
        }
        SentenceTagger tagger =
                new SentenceTagger(transformer, reader.start(), new Dropout(DROPOUT, chance), options.seed());
        FineTuning tuning = new FineTuning(tagger, reader, options);
        StringBuilder training = new StringBuilder(options + " " + Versions.current());
        // Its articles are left out of the tables.
        training.append(' ').append(dev.sha256());
        for (Path file : List.of(onnx, tokenizer)) {
            training.append(' ').append(Versions.sha256(file));
        }
        tables.forEach(table ->
                training.append(' ').append(table.table().sha256()).append(' ').append(table.weight()));
        for (Teacher teacher : teaching.teachers()) {
            training.append(' ').append(teacher.manifest()).append(' ').append(teaching.share());
        }
        List<List<PiecedSentence>> articles = new ArrayList<>();
        for (WeightedTable table : tables) {
            table.table().articles().forEach(article -> articles.add(reader.read(article, table.weight(), teaching)));
        }
        if (articles.stream().flatMap(List::stream).allMatch(sentence -> sentence.weight() == 0)) {
            throw new InputException(tables.get(0).table().name() + ": no labelled sentence; fill the column label");
        }
        tuning.train(articles, dev, chance, new Kept(checkpoint, Versions.sha256(training.toString())), progress);
        return tuning;
    }

    /** Where the state of a training is kept, and which training it is. */
    private record Kept(Path file, String fingerprint) {

        /** Takes the state over; the steps that were done. */
        int resume(SentenceTagger tagger) throws IOException {
            if (!Files.exists(file)) {
                return 0;
            }
            Checkpoint found = Checkpoint.read(file);
            List<float[]> arrays = arrays(tagger);
            if (!found.fingerprint().equals(fingerprint) || found.arrays().size() != arrays.size()) {
                throw new InputException(file + ": left by a training with other options, tables or versions;"
                        + " repeat that command to finish it, or delete the file to train anew");
            }
            for (int i = 0; i < arrays.size(); i++) {
                float[] values = found.arrays().get(i).data().asFloat();
                System.arraycopy(values, 0, arrays.get(i), 0, arrays.get(i).length);
            }
            return found.iteration();
        }

        void write(SentenceTagger tagger, int epoch, int step) throws IOException {
            List<INDArray> arrays =
                    arrays(tagger).stream().map(Nd4j::createFromArray).toList();
            new Checkpoint(fingerprint, List.of(), epoch, step, 0, 0, arrays).write(file);
            arrays.forEach(INDArray::close);
        }

        private static List<float[]> arrays(SentenceTagger tagger) {
            return tagger.parameters().stream()
                    .flatMap(p -> Stream.of(p.values, p.mean, p.square))
                    .toList();
        }
    }

    private void train(
            List<List<PiecedSentence>> articles, Table dev, Chance chance, Kept kept, Consumer<String> progress)
            throws IOException {
        List<List<List<Window>>> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= options.epochs(); epoch++) {
            epochs.add(batches(articles, new SplittableRandom(options.seed() * 1_000_003L + epoch)));
        }
        int steps = epochs.stream().mapToInt(List::size).sum();
        if (dev.articles().stream().flatMap(a -> a.labels().stream()).noneMatch(Optional::isPresent)) {
            throw new InputException(dev.name() + ": no labelled sentence; fill the column label");
        }
        int done = kept.resume(tagger);
        if (done > 0) {
            progress.accept("going on from step " + done + " of " + steps);
        }
        int step = 0;
        for (int epoch = 1; epoch <= options.epochs(); epoch++) {
            List<List<Window>> batches = epochs.get(epoch - 1);
            double loss = 0;
            int learned = 0;
            for (int i = 0; i < batches.size(); i++) {
                if (++step <= done) {
                    continue;
                }
                chance.restart(options.seed() * 1_000_033L + step);
                double ofBatch = tagger.learn(batches.get(i));
                if (!Double.isFinite(ofBatch)) {
                    // Going on from the checkpoint would only diverge again.
                    Files.deleteIfExists(kept.file);
                    throw new InputException("the training diverged in epoch " + epoch
                            + ": the loss is not finite any more; train again with a lower --learning-rate");
                }
                loss += ofBatch;
                learned++;
                update(step, steps);
                if (step % STEPS_BETWEEN_CHECKPOINTS == 0 || i == batches.size() - 1) {
                    kept.write(tagger, epoch, step);
                }
                if ((i + 1) % PROGRESS == 0 || i == batches.size() - 1) {
                    progress.accept(String.format(
                            Locale.ROOT,
                            "epoch %d/%d  step %d/%d  loss %.4f",
                            epoch,
                            options.epochs(),
                            i + 1,
                            batches.size(),
                            loss / learned));
                }
            }
            if (learned > 0 || epoch == options.epochs()) {
                progress.accept(String.format(
                        Locale.ROOT,
                        "epoch %d/%d  dev macro-F1 %.4f",
                        epoch,
                        options.epochs(),
                        score(dev).macroF1()));
            }
        }
    }

    private List<List<Window>> batches(List<List<PiecedSentence>> articles, SplittableRandom random) {
        List<Window> all = new ArrayList<>();
        articles.forEach(article -> all.addAll(windows.toLearn(article, random)));
        shuffle(all, random);
        List<List<Window>> batches = new ArrayList<>();
        int together = options.batch() * SORTED_BATCHES;
        for (int i = 0; i < all.size(); i += together) {
            List<Window> sorted = new ArrayList<>(all.subList(i, Math.min(all.size(), i + together)));
            sorted.sort(Comparator.comparingInt(Window::pieces));
            for (int j = 0; j < sorted.size(); j += options.batch()) {
                batches.add(List.copyOf(sorted.subList(j, Math.min(sorted.size(), j + options.batch()))));
            }
        }
        shuffle(batches, random);
        return batches;
    }

    private static void shuffle(List<?> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }

    private void update(int step, int steps) {
        double norm = Math.sqrt(
                tagger.parameters().stream().mapToDouble(Parameter::squaredNorm).sum());
        double scale = norm > LONGEST_GRADIENT ? LONGEST_GRADIENT / norm : 1;
        double share = Math.min(step / (WARM_UP * steps), Math.max(0, (steps - step + 1.0) / ((1 - WARM_UP) * steps)));
        for (Parameter parameter : tagger.transformerParameters()) {
            parameter.update(step, share * options.learningRate(), options.weightDecay(), scale);
        }
        for (Parameter parameter : tagger.outputParameters()) {
            parameter.update(step, share * options.outputRate(), options.weightDecay(), scale);
        }
    }

    private DevScore score(Table dev) {
        List<float[]> logits = new ArrayList<>();
        List<Integer> gold = new ArrayList<>();
        for (AnnotatedArticle article : dev.articles()) {
            double[][] p = probabilities(article.article());
            for (int i = 0; i < p.length; i++) {
                Optional<Label> label = article.labels().get(i);
                if (label.isPresent()) {
                    float[] logs = new float[p[i].length];
                    for (int j = 0; j < logs.length; j++) {
                        logs[j] = (float) Math.log(p[i][j]);
                    }
                    logits.add(logs);
                    gold.add(label.get().ordinal());
                }
            }
        }
        return DevScore.of(logits, gold);
    }

    /** The probabilities of the labels of an article's sentences: (sentences, labels). */
    public double[][] probabilities(Article article) {
        List<double[]> probabilities = new ArrayList<>();
        for (Window window : windows.toLabel(reader.read(article))) {
            float[] logits = tagger.logits(List.of(window));
            for (int i = window.first(); i < window.end(); i++) {
                probabilities.add(SentenceTagger.softmax(logits, i));
            }
        }
        return probabilities.toArray(double[][]::new);
    }
}
