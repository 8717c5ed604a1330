package io.verbatim.cli;

import io.verbatim.QuoteClassifier;
import io.verbatim.baseline.Baseline;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.TrainingTables;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.evaluation.Classifier;
import io.verbatim.evaluation.Evaluation;
import io.verbatim.evaluation.Gate;
import io.verbatim.evaluation.Grouping;
import io.verbatim.evaluation.ScoredArticle;
import io.verbatim.evaluation.Trainer;
import io.verbatim.text.ArticleReader;
import io.verbatim.training.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verbatim compare}: models and baselines on the same table, with the intervals of their differences. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Evaluates several models on one table: metrics beside one another, differences with paired intervals.",
            "Baselines and the network are trained on the training tables first; model files are taken as they are."
        })
final class CompareCommand implements Callable<Integer> {

    /** The name of the network in lists of models and trainers. */
    static final String NETWORK = "network";

    @Spec
    private CommandSpec spec;

    @Option(names = "--train", paramLabel = "FILE", description = "Table to train on; may be repeated.")
    private List<Path> train = new ArrayList<>();

    @Option(
            names = "--dev",
            paramLabel = "FILE",
            description = "Table that trainings choose by; a tenth of the training articles by default.")
    private @Nullable Path dev;

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "Table to evaluate on.")
    private Path test;

    @Option(
            names = "--models",
            required = true,
            split = ",",
            paramLabel = "MODEL",
            description = "The first is compared with the others: model files, network (trained here), or baselines"
                    + " majority, marks, rule, naive-bayes, random-forest, maxent.")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--skip-unlabelled",
            description = "Rows of training tables without a label are context only; otherwise they are an error.")
    private boolean skipUnlabelled;

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    @Override
    public Integer call() throws IOException {
        List<Gate> gates = options.gates();
        TableReader reader = new TableReader(new ArticleReader(), Unlabelled.REFUSE);
        List<Table> all = new ArrayList<>();
        all.add(reader.read(test));
        if (dev != null) {
            all.add(reader.read(dev));
        }
        TableReader training =
                new TableReader(new ArticleReader(), skipUnlabelled ? Unlabelled.SKIP : Unlabelled.REFUSE);
        for (Path path : train) {
            all.add(training.read(path));
        }
        TrainingTables tables = TrainingTables.of(all);
        tables.warnings().forEach(warning -> spec.commandLine().getErr().println("verbatim: warning: " + warning));
        Table tested = tables.tables().get(0);
        List<AnnotatedArticle> chosenBy =
                dev == null ? List.of() : tables.tables().get(1).articles();
        List<AnnotatedArticle> trained = tables
                .tables()
                .subList(dev == null ? 1 : 2, tables.tables().size())
                .stream()
                .flatMap(table -> table.articles().stream())
                .toList();
        Trainings trainings = Trainings.of(trained, chosenBy, options.seed);
        List<Grouping> groupings = options.groupings(tested);
        List<Evaluation> evaluations = new ArrayList<>();
        for (String model : models) {
            spec.commandLine().getErr().println("verbatim: " + model);
            spec.commandLine().getErr().flush();
            Named named = classifier(model, trainings);
            List<ScoredArticle> scored = ScoredArticle.all(tested.articles(), named.classifier(), options.abstain);
            evaluations.add(Evaluation.of(named.name(), scored, groupings, options.bootstrap()));
        }
        return options.report(String.valueOf(test.getFileName()), evaluations, gates, spec);
    }

    private record Named(String name, Classifier classifier) {}

    private Named classifier(String model, Trainings trainings) throws IOException {
        Optional<Trainer> trainer = trainer(model);
        if (trainer.isPresent()) {
            boolean learns = Baseline.of(model).map(Baseline::learns).orElse(true);
            if (learns && trainings.train().isEmpty()) {
                throw new InputException("--models " + model + ": must be trained; name tables with --train");
            }
            return new Named(model, trainer.get().train(trainings.train(), trainings.dev(), options.seed));
        } else if (!Files.exists(Path.of(model))) {
            throw new InputException(
                    "--models " + model + ": no such model file; use a file, " + NETWORK + ", " + Baseline.ids());
        }
        QuoteClassifier classifier = QuoteClassifier.load(Path.of(model));
        return new Named(Classifiers.name(classifier), Classifiers.of(classifier));
    }

    /** What trains a model of this name: the network or a baseline. */
    static Optional<Trainer> trainer(String name) {
        return name.equals(NETWORK)
                ? Optional.of(Classifiers.network(TrainingOptions.defaults()))
                : Baseline.of(name).map(Baseline::trainer);
    }
}
