package io.verbatim.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.baseline.Baseline;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.TrainingTables;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.evaluation.Bootstrap;
import io.verbatim.evaluation.Estimate;
import io.verbatim.evaluation.LearningCurve;
import io.verbatim.evaluation.Metric;
import io.verbatim.evaluation.Trainer;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verbatim learning-curve}: what more training articles would bring. */
@Command(
        name = "learning-curve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Trains on growing parts of a table and evaluates each on another one.")
final class LearningCurveCommand implements Callable<Integer> {

    private static final List<Metric> SHOWN = List.of(Metric.MACRO_F1, Metric.PARAPHRASE_F1, Metric.ACCURACY);

    @Spec
    private CommandSpec spec;

    @Option(names = "--train", required = true, paramLabel = "FILE", description = "Table to take parts of.")
    private Path train;

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "Table to evaluate on.")
    private Path test;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            description = "Numbers of training articles; an eighth, a quarter, a half and all by default.")
    private List<Integer> sizes = new ArrayList<>();

    @Option(names = "--model", paramLabel = "NAME", description = "network or a baseline. Default: network.")
    private String model = CompareCommand.NETWORK;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the parts, the trainings and the bootstrap (1).")
    private long seed = 1;

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}. Default: text.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--out", paramLabel = "FILE|-", description = "Where the result goes; standard output by default.")
    private String out = ReportOutput.STANDARD;

    @Override
    public Integer call() throws IOException {
        Trainer trainer = CompareCommand.trainer(model)
                .orElseThrow(() -> new InputException("--model " + model + ": can't be trained; use "
                        + CompareCommand.NETWORK + ", " + Baseline.ids()));
        TableReader reader = new TableReader(new ArticleReader(), Unlabelled.REFUSE);
        TrainingTables tables = TrainingTables.of(List.of(reader.read(test), reader.read(train)));
        tables.warnings().forEach(warning -> spec.commandLine().getErr().println("verbatim: warning: " + warning));
        Table tested = tables.tables().get(0);
        Trainings trainings = Trainings.of(tables.tables().get(1).articles(), List.of(), seed);
        List<Integer> steps = steps(trainings.train());
        LearningCurve curve = LearningCurve.of(
                trainer,
                trainings.train(),
                trainings.dev(),
                tested.articles(),
                steps,
                seed,
                new Bootstrap(Bootstrap.DEFAULT.replicates(), Bootstrap.DEFAULT.level(), seed),
                1,
                new ProgressLine(model, spec.commandLine().getErr()));
        ReportOutput.write(spec, out, writer -> writer.write(format == ReportFormat.JSON ? json(curve) : text(curve)));
        return 0;
    }

    private List<Integer> steps(List<AnnotatedArticle> articles) throws InputException {
        int all = articles.size();
        List<Integer> asked = sizes.isEmpty() ? List.of(all / 8, all / 4, all / 2, all) : sizes;
        for (int size : asked) {
            if (size > all || (size < 1 && !sizes.isEmpty())) {
                throw new InputException("--sizes " + size + ": must be from 1 to the " + all + " training articles");
            }
        }
        return new TreeSet<>(asked).stream().filter(size -> size > 0).toList();
    }

    private static String text(LearningCurve curve) {
        StringBuilder text = new StringBuilder(String.format(
                "%8s  %9s  %-24s  %-24s  %s%n", "articles", "sentences", "macro-F1", "paraphrase F1", "accuracy"));
        for (LearningCurve.Point point : curve.points()) {
            text.append(String.format(Locale.ROOT, "%8d  %9d", point.articles(), point.sentences()));
            for (Metric metric : SHOWN) {
                Estimate estimate = point.evaluation().estimates().get(metric);
                text.append(
                        estimate == null
                                ? "  -"
                                : String.format(
                                        Locale.ROOT,
                                        "  %.4f  [%.3f, %.3f] ",
                                        estimate.value(),
                                        estimate.low(),
                                        estimate.high()));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String json(LearningCurve curve) throws IOException {
        List<Map<String, Object>> points = new ArrayList<>();
        for (LearningCurve.Point point : curve.points()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("articles", point.articles());
            object.put("sentences", point.sentences());
            point.evaluation()
                    .estimates()
                    .forEach((metric, estimate) -> object.put(
                            metric.id(),
                            Map.of("value", estimate.value(), "low", estimate.low(), "high", estimate.high())));
            points.add(object);
        }
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(Map.of("points", points))
                + System.lineSeparator();
    }
}
