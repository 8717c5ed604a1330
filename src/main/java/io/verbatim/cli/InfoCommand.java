package io.verbatim.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.QuoteClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verbatim info}: prints what a model says of itself. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints a model's manifest as JSON: labels, options, tables it was trained on, versions, scores.")
final class InfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Model file; the bundled one by default.")
    private @Nullable Path model;

    @Override
    public Integer call() throws IOException {
        QuoteClassifier classifier = model == null ? QuoteClassifier.bundled() : QuoteClassifier.load(model);
        spec.commandLine()
                .getOut()
                .println(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(classifier.manifest()));
        return 0;
    }
}
