package io.verbatim.cli;

import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.evaluation.Bootstrap;
import io.verbatim.evaluation.Evaluation;
import io.verbatim.evaluation.Gate;
import io.verbatim.evaluation.Grouping;
import io.verbatim.evaluation.Phenomena;
import io.verbatim.evaluation.Report;
import io.verbatim.evaluation.behaviour.BehaviourReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What all commands that evaluate share: intervals, breakdowns, the report's form, gates. */
final class EvaluationOptions {

    private static final String PHENOMENA = "phenomena.csv";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; html is one page with an error browser. Default: text.")
    private EvaluationFormat format = EvaluationFormat.TEXT;

    @Option(names = "--out", paramLabel = "FILE|-", description = "Where the report goes; standard output by default.")
    private String out = ReportOutput.STANDARD;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the bootstrap and of trainings (1).")
    long seed = 1;

    @Option(names = "--replicates", paramLabel = "N", description = "Replicates of the bootstrap over articles (1000).")
    private int replicates = Bootstrap.DEFAULT.replicates();

    @Option(names = "--abstain", paramLabel = "P", description = "No label where the most probable one is below P.")
    double abstain;

    @Option(names = "--by", paramLabel = "COLUMN", description = "Break down by a further column too; may be repeated.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--phenomena",
            paramLabel = "FILE",
            description =
                    "Break down by phenomenon (article,sentence,phenomenon); phenomena.csv beside the table by default.")
    private @Nullable Path phenomena;

    @Option(
            names = "--gate",
            paramLabel = "METRIC=X",
            description = "Exit with 1 where the lower end of the metric's interval falls short of X; may be repeated.")
    private List<String> gates = new ArrayList<>();

    @Option(names = "--gate-point", description = "Gates look at the value itself, not at its interval.")
    private boolean gatePoint;

    /** How intervals are drawn. */
    Bootstrap bootstrap() {
        return new Bootstrap(replicates, Bootstrap.DEFAULT.level(), seed);
    }

    /** What the metrics of a table are broken down by. */
    List<Grouping> groupings(Table table) throws IOException {
        List<Grouping> groupings = new ArrayList<>(Grouping.standard());
        for (String column : columns) {
            groupings.add(Grouping.named(column, table));
        }
        Path beside = Path.of(table.name()).resolveSibling(PHENOMENA);
        if (phenomena != null) {
            groupings.add(Grouping.byPhenomenon(Phenomena.read(phenomena, table)));
        } else if (Files.exists(beside)) {
            groupings.add(Grouping.byPhenomenon(Phenomena.read(beside, table)));
        }
        return groupings;
    }

    /** The gates as written, so that a mistake in them shows before the work. */
    List<Gate> gates() throws InputException {
        List<Gate> parsed = new ArrayList<>();
        for (String gate : gates) {
            parsed.add(Gate.parse(gate));
        }
        return parsed;
    }

    /** Writes the report and tells whether all gates were kept. */
    int report(String title, List<Evaluation> evaluations, List<Gate> gates, CommandSpec spec) throws IOException {
        Report report = Report.of(title, evaluations);
        ReportOutput.write(spec, out, writer -> writer.write(format.render(report)));
        PrintWriter err = spec.commandLine().getErr();
        int code = ExitCode.OK;
        for (Gate gate : gates) {
            Gate.Outcome outcome = gate.check(report.main(), gatePoint);
            err.println("verbatim: " + outcome.message());
            if (!outcome.passed()) {
                code = ExitCode.SOFTWARE;
            }
        }
        return code;
    }

    /** Writes a report of behaviour, which has no page. */
    int report(BehaviourReport report, CommandSpec spec) throws IOException {
        String content = switch (format) {
            case TEXT -> report.text();
            case JSON -> report.json();
            case HTML -> throw new ParameterException(spec.commandLine(), "--behaviour: use --format text or json");
        };
        ReportOutput.write(spec, out, writer -> writer.write(content));
        return ExitCode.OK;
    }
}
