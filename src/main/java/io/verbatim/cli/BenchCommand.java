package io.verbatim.cli;

import io.verbatim.QuoteClassifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verbatim bench}: measures how fast a model labels here. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures how fast a model labels on this machine, with articles that it writes by itself or those of a table:"
                    + " sentences a CPU-second, latency, start, memory.",
            "A quick look; the figures to compare come from the benchmarks in src/jmh."
        })
final class BenchCommand implements Callable<Integer> {

    private static final int MAX_SECONDS = 3600;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", paramLabel = "FILE", description = "Model file; the bundled one by default.")
    private @Nullable Path model;

    @Option(names = "--data", paramLabel = "TABLE", description = "Articles to label; made up by default.")
    private @Nullable Path data;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the last measurement; all cores by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seconds", paramLabel = "S", description = "How long each measurement takes. Default: 2.")
    private double seconds = 2;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check(threads >= 1, "--threads", "must be at least 1, not " + threads);
        check(seconds > 0 && seconds <= MAX_SECONDS, "--seconds", "must be above 0 and at most 3600, not " + seconds);
        PrintWriter out = spec.commandLine().getOut();
        BenchArticles articles = data == null ? BenchArticles.madeUp() : BenchArticles.of(data);
        QuoteClassifier classifier = model == null ? QuoteClassifier.bundled() : QuoteClassifier.load(model);
        Bench bench = new Bench(classifier, articles, seconds);
        print(out, "model", Classifiers.name(classifier));
        print(out, "articles", articles.size() + " of " + articles.sentences() + " sentences");
        bench.warmUp();
        Bench.Rate split = bench.split();
        print(out, "pre-split, one thread", "%,.0f sentences a CPU-second", split.sentences());
        print(out, "  allocated", "%,d bytes a sentence, results included", split.bytes());
        Bench.Rate raw = bench.raw();
        print(out, "plain text, one thread", "%,.0f sentences a CPU-second", raw.sentences());
        print(out, "  allocated", "%,d bytes a sentence, results included", raw.bytes());
        print(out, "pre-split, " + threads + " threads", "%,.0f sentences a second", bench.threads(threads));
        print(out, "one sentence", bench.sentenceLatency().toString());
        print(out, "one article", bench.articleLatency().toString());
        print(
                out,
                "start to first label",
                FreshStart.measure(model, articles.raw().get(0)).toString());
        return 0;
    }

    private void check(boolean condition, String option, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), "Invalid value for option '" + option + "': " + message);
        }
    }

    private static void print(PrintWriter out, String name, String value, Object... arguments) {
        String text = arguments.length == 0 ? value : String.format(Locale.ROOT, value, arguments);
        out.println(String.format(Locale.ROOT, "%-24s %s", name, text));
        out.flush();
    }
}
