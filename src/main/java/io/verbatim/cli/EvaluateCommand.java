package io.verbatim.cli;

import io.verbatim.QuoteClassifier;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.evaluation.Evaluation;
import io.verbatim.evaluation.Gate;
import io.verbatim.evaluation.Predictions;
import io.verbatim.evaluation.ScoredArticle;
import io.verbatim.evaluation.behaviour.Behaviour;
import io.verbatim.evaluation.behaviour.BehaviourReport;
import io.verbatim.evaluation.behaviour.HardCases;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verbatim evaluate}: how well a model, or a table of predictions, does on a labelled table. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Precision, recall, F1 and more on a labelled table, with 95 %% intervals by bootstrap over articles.",
            "Never evaluate on articles that the model was trained on."
        })
final class EvaluateCommand implements Callable<Integer> {

    /** Stands for the hard cases that come with Verbatim. */
    private static final String BUNDLED = "";

    /** What does nothing beside {@code --behaviour}. */
    private static final List<String> OF_METRICS =
            List.of("--predictions", "--replicates", "--abstain", "--by", "--phenomena", "--gate", "--gate-point");

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The labelled table.")
    private Path data;

    @ArgGroup
    private Subject subject = new Subject();

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    @Option(
            names = "--skip-unlabelled",
            description = "Rows without a label are context only; otherwise they are an error.")
    private boolean skipUnlabelled;

    @Option(
            names = "--behaviour",
            arity = "0..1",
            fallbackValue = BUNDLED,
            paramLabel = "FOLDER",
            description = "Instead: failure rates by capability, on small articles of hard cases (those that come with"
                    + " Verbatim, or the tables of FOLDER with a further column capability) and on changed articles of"
                    + " --data. Takes --model, --format text or json, --out, --seed and --show.")
    private @Nullable Path behaviour;

    @Option(names = "--show", paramLabel = "N", description = "With --behaviour: failures to show of each (0).")
    private int show;

    /** What is evaluated. */
    static final class Subject {
        @Option(names = "--model", paramLabel = "FILE", description = "A model file; the bundled model by default.")
        @Nullable
        Path model;

        @Option(
                names = "--predictions",
                paramLabel = "FILE",
                description =
                        "A table of predictions: article,text,label and optionally p_direct,p_paraphrase,p_narrative.")
        @Nullable
        Path predictions;
    }

    @Override
    public Integer call() throws IOException {
        List<Gate> gates = options.gates();
        TableReader reader = new TableReader(new ArticleReader(), skipUnlabelled ? Unlabelled.SKIP : Unlabelled.REFUSE);
        if (behaviour != null) {
            return behaviour(behaviour, reader);
        }
        Table table = reader.read(data);
        String name;
        List<ScoredArticle> articles;
        if (subject.predictions != null) {
            name = subject.predictions.getFileName().toString();
            articles = Predictions.read(subject.predictions, table);
        } else {
            QuoteClassifier classifier = classifier();
            name = Classifiers.name(classifier);
            articles = ScoredArticle.all(table.articles(), Classifiers.of(classifier), options.abstain);
        }
        Evaluation evaluation = Evaluation.of(name, articles, options.groupings(table), options.bootstrap());
        return options.report(String.valueOf(data.getFileName()), List.of(evaluation), gates, spec);
    }

    private int behaviour(Path folder, TableReader reader) throws IOException {
        for (String option : OF_METRICS) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(spec.commandLine(), option + ": leave it out, or --behaviour");
            }
        }
        if (show < 0) {
            throw new ParameterException(spec.commandLine(), "--show " + show + ": give a number from 0");
        }
        QuoteClassifier classifier = classifier();
        List<HardCases> hardCases =
                folder.toString().equals(BUNDLED) ? HardCases.bundled(reader) : HardCases.read(folder, reader);
        Behaviour result = Behaviour.of(
                Classifiers.name(classifier), Classifiers.of(classifier), reader.read(data), hardCases, options.seed);
        return options.report(new BehaviourReport(result, show), spec);
    }

    private QuoteClassifier classifier() throws IOException {
        return subject.model == null ? QuoteClassifier.bundled() : QuoteClassifier.load(subject.model);
    }
}
