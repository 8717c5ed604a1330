package io.verbatim.cli;

import io.verbatim.article.Article;
import io.verbatim.corpus.AtomicFile;
import io.verbatim.corpus.InputException;
import io.verbatim.model.Architecture;
import io.verbatim.model.Model;
import io.verbatim.training.Trainer;
import io.verbatim.training.TrainingOptions;
import io.verbatim.training.Versions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verbatim train}: trains a model on labelled tables. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Trains a model on labelled tables (article,paragraph,sentence,text,label).",
            "An interrupted training goes on where it stopped when the same command is given again; the same tables,"
                    + " options and seed on one machine give the same bytes."
        })
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = false, multiplicity = "1..*")
    private List<WeightedTables.Given> train = new ArrayList<>();

    @Option(names = "--dev", required = true, paramLabel = "FILE", description = "Table that chooses the best epoch.")
    private Path dev;

    @Option(
            names = "--unlabelled",
            paramLabel = "FILE",
            description =
                    "Text to learn word vectors from first, a line a paragraph, a blank line after each article; or"
                            + " JSON Lines. May be repeated.")
    private List<String> unlabelled = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the model goes.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "The model's name; the file's by default.")
    private @Nullable String name;

    @Option(
            names = "--model-version",
            paramLabel = "V",
            description = "The model's version; ${DEFAULT-VALUE} by default.")
    private String version = "0";

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description = "Begin with this model's words and weights (fine-tuning).")
    private @Nullable Path from;

    @Option(
            names = "--teacher",
            paramLabel = "TEACHER",
            description = "Learn the probabilities of this model file beside the labels, and those that it gives to"
                    + " --unlabelled texts (distillation); or of a baseline, trained on the same tables first:"
                    + " maxent, naive-bayes, random-forest; or those that any other program gave to some of these"
                    + " articles, a .csv file as label --format csv writes it. May be repeated: their"
                    + " geometric mean is learned.")
    private List<String> teachers = new ArrayList<>();

    @Option(
            names = "--recipe",
            paramLabel = "MODEL",
            description = "Take the options that this model was trained with.")
    private @Nullable Path recipe;

    @Option(
            names = "--skip-unlabelled",
            description = "Rows without a label are context only; otherwise they are an error.")
    private boolean skipUnlabelled;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @ArgGroup(
            exclusive = false,
            heading = "%nHow to train (defaults: those of --recipe or --from, else in brackets):%n")
    private Hyperparameters given = new Hyperparameters();

    /** What is given replaces the default. */
    static final class Hyperparameters {
        @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance (1).")
        @Nullable
        Long seed;

        @Option(names = "--ensemble", paramLabel = "N", description = "Networks whose probabilities are averaged (1).")
        @Nullable
        Integer ensemble;

        @Option(names = "--epochs", paramLabel = "N", description = "Most passes over the tables (40).")
        @Nullable
        Integer epochs;

        @Option(
                names = "--patience",
                paramLabel = "N",
                description = "Epochs without a better dev macro-F1 to end after (10).")
        @Nullable
        Integer patience;

        @Option(names = "--batch", paramLabel = "N", description = "Sentences of a step (32).")
        @Nullable
        Integer batch;

        @Option(names = "--learning-rate", paramLabel = "X", description = "First step size of Adam (0.001).")
        @Nullable
        Double learningRate;

        @Option(names = "--dropout", paramLabel = "X", description = "Share of the hidden values left out (0.3).")
        @Nullable
        Double dropout;

        @Option(
                names = "--word-dropout",
                paramLabel = "X",
                description = "Share of the words taken for unknown (0.15).")
        @Nullable
        Double wordDropout;

        @Option(names = "--weight-decay", paramLabel = "X", description = "Factor of the squared weights (0.003).")
        @Nullable
        Double weightDecay;

        @Option(
                names = "--teacher-share",
                paramLabel = "X",
                description = "Share of --teacher in the targets of labelled sentences (0.5).")
        @Nullable
        Double teacherShare;

        @Option(
                names = "--unlabelled-weight",
                paramLabel = "X",
                description = "Factor of the loss of unlabelled sentences, where --teacher labels them (1).")
        @Nullable
        Double unlabelledWeight;

        @Option(
                names = "--unlabelled-passes",
                paramLabel = "N",
                description = "How often each of them is read in all epochs together (1).")
        @Nullable
        Integer unlabelledPasses;

        @Option(names = "--averaging", paramLabel = "X", description = "Share of averaged weights kept a step (0.99).")
        @Nullable
        Double averaging;

        @Option(names = "--min-count", paramLabel = "N", description = "How often a word must stand to be known (2).")
        @Nullable
        Integer minCount;

        @Option(names = "--max-words", paramLabel = "N", description = "Most words known (16000).")
        @Nullable
        Integer maxWords;

        @Option(names = "--buckets", paramLabel = "N", description = "Ids for unknown words (512).")
        @Nullable
        Integer buckets;

        @Option(
                names = "--vector-epochs",
                paramLabel = "N",
                description = "Passes over --unlabelled texts to learn word vectors (5).")
        @Nullable
        Integer vectorEpochs;

        @Option(names = "--threads", paramLabel = "N", description = "Threads of ND4J; results depend on them (1).")
        @Nullable
        Integer threads;

        @Option(
                names = "--augment",
                paramLabel = "X",
                description = "Share of the articles that an epoch sees with other names, places, numbers, dates,"
                        + " spelling and capitals (0).")
        @Nullable
        Double augment;

        @Option(names = "--embedding", paramLabel = "N", description = "Dimensions of a word's vector (64).")
        @Nullable
        Integer embedding;

        @Option(
                names = "--widths",
                split = ",",
                paramLabel = "N",
                description = "Words of the convolutions' windows (2,3,4,5).")
        @Nullable
        List<Integer> widths;

        @Option(names = "--filters", paramLabel = "N", description = "Filters of each width (40).")
        @Nullable
        Integer filters;

        @Option(names = "--sentence-size", paramLabel = "N", description = "Dimensions of a sentence's vector (64).")
        @Nullable
        Integer sentence;

        @Option(names = "--context-size", paramLabel = "N", description = "Dimensions of its vector in context (64).")
        @Nullable
        Integer context;

        @Option(
                names = "--radius",
                paramLabel = "N",
                description = "Sentences before and after that the context holds (2).")
        @Nullable
        Integer radius;

        @Option(
                names = "--pieces",
                paramLabel = "N",
                description = "Pieces of a sentence, 1 to 16, over each of which maxima are taken instead of over"
                        + " the whole; 3 for its thirds (1).")
        @Nullable
        Integer pieces;

        TrainingOptions over(TrainingOptions base) {
            Architecture a = base.architecture();
            return new TrainingOptions(
                    new Architecture(
                            or(embedding, a.embedding()),
                            or(widths, a.widths()),
                            or(filters, a.filters()),
                            or(sentence, a.sentence()),
                            or(context, a.context()),
                            or(radius, a.radius()),
                            or(pieces, a.pieces())),
                    or(seed, base.seed()),
                    or(ensemble, base.ensemble()),
                    or(epochs, base.epochs()),
                    or(patience, base.patience()),
                    or(batch, base.batch()),
                    or(learningRate, base.learningRate()),
                    or(dropout, base.dropout()),
                    or(wordDropout, base.wordDropout()),
                    or(weightDecay, base.weightDecay()),
                    or(teacherShare, base.teacherShare()),
                    or(unlabelledWeight, base.unlabelledWeight()),
                    or(unlabelledPasses, base.unlabelledPasses()),
                    or(averaging, base.averaging()),
                    or(minCount, base.minCount()),
                    or(maxWords, base.maxWords()),
                    or(buckets, base.buckets()),
                    or(vectorEpochs, base.vectorEpochs()),
                    or(threads, base.threads()),
                    or(augment, base.augment()));
        }

        private static <T> T or(@Nullable T given, T base) {
            return given == null ? base : given;
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Model> start = from == null ? Optional.empty() : Optional.of(Model.read(from));
        TrainingOptions options = options(start);
        if (start.isPresent() && !options.architecture().equals(start.get().architecture())) {
            throw new InputException(from + ": its networks have the shape "
                    + start.get().architecture().toMap() + "; leave out the options of the shape, or --from");
        }
        AtomicFile.requireWritable(out);
        WeightedTables tables = WeightedTables.read(train, dev, out, skipUnlabelled, err);
        List<Article> texts = UnlabelledTexts.read(unlabelled);
        Path checkpoint = out.resolveSibling(out.getFileName() + ".checkpoint");
        Trainer trainer = new Trainer(
                options,
                start,
                Teachers.of(teachers, tables.train(), tables.dev(), texts, options.seed(), line -> show(line, err)),
                Optional.of(checkpoint),
                report -> show(report, err));
        Model model = trainer.train(tables.train(), texts, tables.dev(), manifest());
        AtomicFile.writeBytes(out, stream -> stream.write(model.toBytes()));
        Files.deleteIfExists(checkpoint);
        return 0;
    }

    private TrainingOptions options(Optional<Model> start) throws IOException {
        try {
            TrainingOptions base = TrainingOptions.defaults();
            if (recipe != null) {
                base = TrainingOptions.of(Model.read(recipe).manifest());
            } else if (start.isPresent()) {
                base = TrainingOptions.of(start.get().manifest());
            }
            return given.over(base);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Map<String, Object> manifest() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name == null ? out.getFileName().toString().replaceFirst("\\.[^.]*$", "") : name);
        fields.put("version", version);
        List<Map<String, Object>> texts = new ArrayList<>();
        for (String input : unlabelled) {
            Path file = Path.of(input);
            texts.add(Versions.describe(file));
        }
        fields.put("unlabelled", texts);
        String epoch = System.getenv("SOURCE_DATE_EPOCH");
        if (epoch != null) {
            fields.put("created", Instant.ofEpochSecond(Long.parseLong(epoch)).toString());
        }
        return fields;
    }

    private void show(Object report, PrintWriter err) {
        if (!quiet) {
            err.println(report);
            err.flush();
        }
    }
}
