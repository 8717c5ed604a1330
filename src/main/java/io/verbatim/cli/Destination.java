package io.verbatim.cli;

import io.verbatim.corpus.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Where a command's result goes: standard output, or a file that is written whole or not at all. */
@FunctionalInterface
interface Destination {

    /** The name of standard output on the command line. */
    String STANDARD_OUTPUT = "-";

    /** Writes the result. */
    void write(AtomicFile.Text content) throws IOException;

    /** The destination of {@code --out}. */
    static Destination of(String out, PrintWriter standardOutput) {
        if (out.equals(STANDARD_OUTPUT)) {
            return content -> {
                content.writeTo(standardOutput);
                standardOutput.flush();
            };
        }
        return content -> AtomicFile.writeText(Path.of(out), content);
    }
}
