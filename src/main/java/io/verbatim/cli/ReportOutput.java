package io.verbatim.cli;

import io.verbatim.corpus.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** Where the result of a command goes: standard output, or a file that is there whole or not at all. */
final class ReportOutput {

    /** Standard output. */
    static final String STANDARD = "-";

    private ReportOutput() {}

    /** Writes a result to a file, or to standard output for {@value #STANDARD}. */
    static void write(CommandSpec command, String out, AtomicFile.Text content) throws IOException {
        if (out.equals(STANDARD)) {
            PrintWriter standard = command.commandLine().getOut();
            content.writeTo(standard);
            standard.flush();
        } else {
            AtomicFile.writeText(Path.of(out), content);
        }
    }
}
