package io.verbatim.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The command line within a test of another package. */
public final class CommandLineRun {

    private CommandLineRun() {}

    /** What a command that succeeds prints to standard output. */
    public static String output(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        if (code != 0) {
            throw new AssertionError("exit code " + code + ": " + err);
        }
        return out.toString();
    }
}
