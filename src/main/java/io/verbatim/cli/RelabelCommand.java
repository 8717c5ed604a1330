package io.verbatim.cli;

import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Readings;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.TableWriter;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verbatim relabel}: a table with the labels of readings that hold no text. */
@Command(
        name = "relabel",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Writes a table with the labels of a reading (sha256,label) in place of its own.",
            "A reading names a sentence by a digest, so that it can be passed on where the text can't."
        })
final class RelabelCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "Table whose sentences were read.")
    private Path data;

    @Option(names = "--readings", required = true, paramLabel = "FILE", description = "The labels.")
    private Path readings;

    @Option(
            names = "--only-read",
            description = "Leave out articles without a reading, and the label of each sentence without one.")
    private boolean onlyRead;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the table goes.")
    private Path out;

    @Option(names = "--quiet", description = "Don't tell how many labels changed.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out) && Files.isSameFile(out, data)) {
            throw new InputException(out + ": is the table that was read; give another --out");
        }
        Table table = new TableReader(new ArticleReader(), Unlabelled.KEEP).read(data);
        Readings.Relabelled relabelled = Readings.read(readings).applyTo(table, onlyRead);
        TableWriter.write(table.furtherColumns(), relabelled.articles(), out);
        if (!quiet) {
            spec.commandLine()
                    .getErr()
                    .println(out + ": " + relabelled.read() + " of " + table.sentences() + " sentences read, "
                            + relabelled.changed() + " labels changed");
        }
        return ExitCode.OK;
    }
}
