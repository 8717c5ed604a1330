package io.verbatim.cli;

import io.verbatim.corpus.AtomicFile;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.evaluation.Predictions;
import io.verbatim.evaluation.Temperature;
import io.verbatim.model.Model;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verbatim calibrate}: a model whose probabilities are as often right as they say. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Writes a model with the temperature that makes out-of-fold predictions most probable.",
            "They come from cross-validate --predictions with the model's recipe; no label changes."
        })
final class CalibrateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The model.")
    private Path model;

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The table that was cross-validated.")
    private Path data;

    @Option(names = "--predictions", required = true, paramLabel = "FILE", description = "The answers to it.")
    private Path predictions;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the model goes.")
    private Path out;

    @Option(names = "--quiet", description = "Don't tell the temperature.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        Model uncalibrated = Model.read(model);
        Table table = new TableReader(new ArticleReader(), Unlabelled.KEEP).read(data);
        double temperature;
        try {
            temperature = Temperature.of(Predictions.read(predictions, table));
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    predictions + ": " + e.getMessage() + "; give the columns p_direct,p_paraphrase,p_narrative", e);
        }
        Model calibrated = uncalibrated.withTemperature(temperature);
        AtomicFile.writeBytes(out, stream -> stream.write(calibrated.toBytes()));
        if (!quiet) {
            spec.commandLine().getErr().println(String.format(Locale.ROOT, "%s: temperature %.4f", out, temperature));
        }
        return ExitCode.OK;
    }
}
