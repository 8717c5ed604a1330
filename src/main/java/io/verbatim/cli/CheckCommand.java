package io.verbatim.cli;

import io.verbatim.corpus.CheckReport;
import io.verbatim.corpus.TableCheck;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verbatim check}: everything that is wrong with tables. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Names everything that is wrong, or looks wrong, with tables that are to be used together.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors (there may be warnings)", "1:errors", "2:a table could not be read to its end"})
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", arity = "1..*", description = "Tables of labelled sentences.")
    private List<Path> tables;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private ReportFormat format;

    @Option(
            names = "--out",
            paramLabel = "FILE|-",
            defaultValue = ReportOutput.STANDARD,
            description = "Where the findings go (default: standard output).")
    private String out;

    @Option(names = "--skip-unlabelled", description = "Rows without a label are no errors.")
    private boolean skipUnlabelled;

    @Option(names = "--quiet", description = "Name errors only: no warnings, no summary.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        CheckReport report =
                new TableCheck(new ArticleReader(), skipUnlabelled ? Unlabelled.SKIP : Unlabelled.REFUSE).check(tables);
        String text = format == ReportFormat.JSON ? report.toJson() : quiet ? report.errorsAsText() : report.toText();
        ReportOutput.write(spec, out, writer -> writer.write(text));
        if (report.unreadable()) {
            return ExitCode.USAGE;
        }
        return report.errors() > 0 ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
