package io.verbatim.cli;

import io.verbatim.baseline.Baseline;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.AtomicFile;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.TrainingTables;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.evaluation.Answer;
import io.verbatim.evaluation.CrossValidation;
import io.verbatim.evaluation.Evaluation;
import io.verbatim.evaluation.Gate;
import io.verbatim.evaluation.Grouping;
import io.verbatim.evaluation.ScoredArticle;
import io.verbatim.evaluation.Trainer;
import io.verbatim.output.CsvOutput;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.io.Writer;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verbatim cross-validate}: every article labelled by a model that never saw it. */
@Command(
        name = "cross-validate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Trains on all folds but one and labels that one, for each fold; by article, never by sentence.")
final class CrossValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "Labelled table; may be repeated.")
    private List<Path> data = new ArrayList<>();

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "MODEL",
            description =
                    "network, or baselines majority, marks, rule, naive-bayes, random-forest, maxent. Default: network.")
    private List<String> models = new ArrayList<>(List.of(CompareCommand.NETWORK));

    @Option(names = "--folds", paramLabel = "N", description = "Folds by article (5).")
    private int folds = 5;

    @Option(names = "--by-publisher", description = "One fold for each publisher instead (leave one publisher out).")
    private boolean byPublisher;

    @Option(names = "--threads", paramLabel = "N", description = "Baselines trained at once (1); networks take turns.")
    private int threads = 1;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Also write the answers as a table of predictions, to evaluate or to calibrate with.")
    private @Nullable Path predictions;

    @Mixin
    private NetworkRecipe recipe = new NetworkRecipe();

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    @Override
    public Integer call() throws IOException {
        List<Gate> gates = options.gates();
        if (predictions != null && models.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--predictions holds the answers of one model; give one with --models");
        }
        TableReader reader = new TableReader(new ArticleReader(), Unlabelled.REFUSE);
        List<Table> read = new ArrayList<>();
        for (Path path : data) {
            read.add(reader.read(path));
        }
        TrainingTables tables = TrainingTables.of(read);
        tables.warnings().forEach(warning -> spec.commandLine().getErr().println("verbatim: warning: " + warning));
        List<AnnotatedArticle> articles = tables.articles();
        if (!byPublisher && (folds < 2 || folds > articles.size())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--folds': must be from 2 to the " + articles.size() + " articles");
        }
        CrossValidation validation = byPublisher
                ? CrossValidation.byPublisher(articles)
                : CrossValidation.byArticle(articles, folds, options.seed);
        List<Grouping> groupings = options.groupings(read.get(0));
        List<Evaluation> evaluations = new ArrayList<>();
        for (String model : models) {
            Optional<Trainer> named = model.equals(CompareCommand.NETWORK)
                    ? Optional.of(recipe.trainer(articles))
                    : CompareCommand.trainer(model);
            Trainer trainer = named.orElseThrow(() -> new InputException(
                    "--models " + model + ": can't be trained; use " + CompareCommand.NETWORK + ", " + Baseline.ids()));
            List<ScoredArticle> scored = validation.run(
                    articles,
                    trainer,
                    options.abstain,
                    options.seed,
                    threads,
                    new ProgressLine(model, spec.commandLine().getErr()));
            if (predictions != null) {
                AtomicFile.writeText(predictions, out -> write(scored, out));
            }
            evaluations.add(Evaluation.of(model, scored, groupings, options.bootstrap()));
        }
        String title = String.join(
                ", ", data.stream().map(p -> String.valueOf(p.getFileName())).toList());
        return options.report(
                title + (byPublisher ? ", leaving one publisher out" : ", out of fold"), evaluations, gates, spec);
    }

    private static void write(List<ScoredArticle> scored, Writer out) throws IOException {
        CsvOutput csv = new CsvOutput(out);
        for (ScoredArticle article : scored) {
            for (int i = 0; i < article.answers().size(); i++) {
                AnnotatedArticle.Row row = article.gold().rows().get(i);
                Answer answer = article.answers().get(i);
                csv.add(
                        article.gold().id(),
                        row.paragraph(),
                        row.sentence(),
                        article.gold().article().sentences().get(i).text(),
                        answer.label(),
                        answer.probabilities().orElseThrow());
            }
        }
    }
}
