package io.verbatim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verbatim.corpus.InputException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code verbatim}. Results go to standard output, all else to standard error. */
@Command(
        name = "verbatim",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Labels every sentence of a news article as direct quote, paraphrased claim or reporter narrative.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a check or gate failed, or an internal error", "2:input or options can't be used"},
        subcommands = {
            LabelCommand.class,
            TrainCommand.class,
            FineTuneCommand.class,
            EvaluateCommand.class,
            CompareCommand.class,
            CrossValidateCommand.class,
            CalibrateCommand.class,
            LearningCurveCommand.class,
            BenchCommand.class,
            InfoCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            AgreementCommand.class,
            SplitCommand.class,
            RelabelCommand.class,
            ImportCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, without running it. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(new OutputStreamWriter(System.out, UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(System.err, UTF_8), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::report);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing a command");
    }

    /** Errors of the user's input are one line and exit code 2; all others keep their stack trace. */
    private static int report(Exception error, CommandLine commandLine, CommandLine.ParseResult parsed)
            throws Exception {
        Exception cause = error instanceof UncheckedIOException unchecked ? unchecked.getCause() : error;
        if (!(cause instanceof IOException)) {
            throw error;
        }
        commandLine.getErr().println("verbatim: " + message((IOException) cause));
        return ExitCode.USAGE;
    }

    private static String message(IOException error) {
        if (error instanceof InputException) {
            return String.valueOf(error.getMessage());
        } else if (error instanceof NoSuchFileException) {
            return error.getMessage() + ": no such file; check the path";
        } else if (error instanceof AccessDeniedException) {
            return error.getMessage() + ": no permission; check the file's owner and mode";
        } else if (error instanceof CharacterCodingException) {
            return "the input is not UTF-8; convert it, for example with iconv -f cp1252 -t utf-8";
        }
        return error.getMessage() == null ? error.toString() : error.getMessage();
    }
}
