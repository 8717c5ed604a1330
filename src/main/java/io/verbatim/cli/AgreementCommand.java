package io.verbatim.cli;

import io.verbatim.corpus.Agreement;
import io.verbatim.corpus.AgreementReport;
import io.verbatim.corpus.AtomicFile;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verbatim agreement}: how far two labellings of the same text agree. */
@Command(
        name = "agreement",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Says how far two labellings of the same text agree.",
            "Sentences are matched by article, order and text; B may hold a part of A."
        })
final class AgreementCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A.csv", description = "A table.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B.csv", description = "Another table, or a part of it.")
    private Path b;

    @Option(
            names = "--out",
            paramLabel = "FILE|-",
            description = "Write the sentences that differ as CSV (article,paragraph,sentence,text,label_a,label_b).")
    private Optional<String> out = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private ReportFormat format;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "20",
            description = "Differing sentences to show in the report (default: ${DEFAULT-VALUE}).")
    private int show;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the bootstrap over articles (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        if (show < 0) {
            throw new ParameterException(spec.commandLine(), "--show " + show + ": give a number from 0");
        }
        TableReader reader = new TableReader(new ArticleReader(), Unlabelled.SKIP);
        Agreement agreement = Agreement.of(reader.read(a), reader.read(b), seed);
        if (agreement.sentences() == 0) {
            throw new InputException(
                    a + " and " + b + ": no sentence that both label; check that article ids and texts are the same");
        }
        AgreementReport report = new AgreementReport(agreement, show);
        String text = format == ReportFormat.JSON ? report.toJson() : report.toText();
        if (out.isPresent()) {
            if (out.get().equals(ReportOutput.STANDARD)) {
                ReportOutput.write(spec, ReportOutput.STANDARD, agreement::writeDiffering);
                return ExitCode.OK;
            }
            AtomicFile.writeText(Path.of(out.get()), agreement::writeDiffering);
        }
        ReportOutput.write(spec, ReportOutput.STANDARD, writer -> writer.write(text));
        return ExitCode.OK;
    }
}
