package io.verbatim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verbatim.article.Article;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.AtomicFile;
import io.verbatim.evaluation.PredictedArticles;
import io.verbatim.training.Teaching;
import io.verbatim.training.TrainingOptions;
import io.verbatim.training.transformer.FineTuning;
import io.verbatim.training.transformer.FineTuningOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verbatim fine-tune}: what a fine-tuned transformer says, for {@code train --teacher}. */
@Command(
        name = "fine-tune",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Fine-tunes a pre-trained transformer (BERT) on labelled tables and writes its probabilities for all of"
                    + " their articles and for unlabelled texts, a teacher for train --teacher.",
            "The predictions name an article by a digest, not by its text. Takes hours on one core;"
                    + " an interrupted training goes on where it stopped when the same command is given again."
        })
final class FineTuneCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--encoder",
            required = true,
            paramLabel = "FILE",
            description = "A BERT as exported to ONNX from PyTorch, as all-MiniLM-L6-v2.onnx.")
    private Path encoder;

    @Option(names = "--tokenizer", required = true, paramLabel = "FILE", description = "Its tokenizer.json.")
    private Path tokenizer;

    @ArgGroup(exclusive = false, multiplicity = "1..*")
    private List<WeightedTables.Given> train = new ArrayList<>();

    @Option(names = "--dev", required = true, paramLabel = "FILE", description = "Table to score every epoch on.")
    private Path dev;

    @Option(
            names = "--unlabelled",
            paramLabel = "FILE",
            description = "Text to label too, as for train --unlabelled. May be repeated.")
    private List<String> unlabelled = new ArrayList<>();

    @Option(
            names = "--teacher",
            paramLabel = "TEACHER",
            description = "Learn what this teacher says of the tables beside their labels, as for train --teacher:"
                    + " a model, a baseline (maxent, naive-bayes, random-forest) or a .csv file of predictions. May be"
                    + " repeated: the geometric mean is learned.")
    private List<String> teachers = new ArrayList<>();

    @Option(names = "--teacher-share", paramLabel = "X", description = "Share of --teacher in the targets (0.5).")
    private @Nullable Double teacherShare;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the predictions go; gzipped where the name ends with .gz.")
    private Path out;

    @Option(
            names = "--skip-unlabelled",
            description = "Rows without a label are context only; otherwise they are an error.")
    private boolean skipUnlabelled;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the tables (${DEFAULT-VALUE}).")
    private int epochs = FineTuningOptions.defaults().epochs();

    @Option(names = "--batch", paramLabel = "N", description = "Windows of a step (${DEFAULT-VALUE}).")
    private int batch = FineTuningOptions.defaults().batch();

    @Option(names = "--window", paramLabel = "N", description = "Word pieces of a window (${DEFAULT-VALUE}).")
    private int window = FineTuningOptions.defaults().window();

    @Option(
            names = "--heads",
            paramLabel = "N",
            description = "Heads of the encoder's attention, which its file doesn't tell (${DEFAULT-VALUE}).")
    private int heads = FineTuningOptions.defaults().heads();

    @Option(names = "--learning-rate", paramLabel = "X", description = "Largest step of AdamW (${DEFAULT-VALUE}).")
    private double learningRate = FineTuningOptions.defaults().learningRate();

    @Option(
            names = "--output-rate",
            paramLabel = "X",
            description = "The same for the last layer, which is new (${DEFAULT-VALUE}).")
    private double outputRate = FineTuningOptions.defaults().outputRate();

    @Option(names = "--weight-decay", paramLabel = "X", description = "Decay of the matrices (${DEFAULT-VALUE}).")
    private double weightDecay = FineTuningOptions.defaults().weightDecay();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance (${DEFAULT-VALUE}).")
    private long seed = FineTuningOptions.defaults().seed();

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the matrix products (${DEFAULT-VALUE}).")
    private int threads = FineTuningOptions.defaults().threads();

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        FineTuningOptions options = options();
        double share = teacherShare();
        AtomicFile.requireWritable(out);
        PrintWriter err = spec.commandLine().getErr();
        WeightedTables tables = WeightedTables.read(train, dev, out, skipUnlabelled, err);
        Teaching teaching = new Teaching(
                Teachers.of(teachers, tables.train(), tables.dev(), List.of(), options.seed(), line -> show(line, err)),
                share,
                0);
        List<Article> articles = new ArrayList<>();
        tables.train()
                .forEach(table -> table.table().articles().stream()
                        .map(AnnotatedArticle::article)
                        .forEach(articles::add));
        articles.addAll(UnlabelledTexts.read(unlabelled));
        Path checkpoint = out.resolveSibling(out.getFileName() + ".checkpoint");
        FineTuning tuned = FineTuning.of(
                encoder,
                tokenizer,
                tables.train(),
                tables.dev(),
                teaching,
                options,
                checkpoint,
                line -> show(line, err));
        AtomicFile.writeBytes(out, bytes -> {
            OutputStream packed = out.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
            Writer writer = new OutputStreamWriter(packed, UTF_8);
            write(tuned, articles, writer, err);
            writer.flush();
            if (packed instanceof GZIPOutputStream gzip) {
                gzip.finish();
            }
        });
        Files.deleteIfExists(checkpoint);
        return 0;
    }

    private double teacherShare() {
        double share = teacherShare == null ? TrainingOptions.defaults().teacherShare() : teacherShare;
        if (teacherShare != null && teachers.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--teacher-share needs a --teacher");
        } else if (!(share >= 0 && share <= 1)) {
            throw new ParameterException(spec.commandLine(), "teacher-share must be from 0 to 1, not " + share);
        }
        return share;
    }

    private FineTuningOptions options() {
        try {
            return new FineTuningOptions(
                    epochs, batch, window, heads, learningRate, outputRate, weightDecay, seed, threads);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void write(FineTuning tuned, List<Article> articles, Writer writer, PrintWriter err) throws IOException {
        writer.write(PredictedArticles.DIGEST + ",p_direct,p_paraphrase,p_narrative\n");
        Set<String> written = new HashSet<>();
        for (int i = 0; i < articles.size(); i++) {
            String digest = PredictedArticles.digest(articles.get(i));
            if (!articles.get(i).sentences().isEmpty() && written.add(digest)) {
                for (double[] p : tuned.probabilities(articles.get(i))) {
                    writer.write(String.format(Locale.ROOT, "%s,%.4f,%.4f,%.4f\n", digest, p[0], p[1], p[2]));
                }
            }
            if ((i + 1) % 1000 == 0) {
                show("labelled " + (i + 1) + " of " + articles.size() + " articles", err);
            }
        }
    }

    private void show(String line, PrintWriter err) {
        if (!quiet) {
            err.println(line);
            err.flush();
        }
    }
}
