package io.verbatim.cli;

import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.ArticleSplit;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.TableWriter;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verbatim split}: parts to train, to choose and to report on. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Splits a table into train.csv, dev.csv and test.csv with about the same mix of labels and publishers.",
            "No article is ever divided."
        })
final class SplitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", description = "A table of labelled sentences.")
    private Path table;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder for the three tables; made where it is missing.")
    private Path out;

    @Option(
            names = "--dev",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "The share of dev.csv, 0 for none (default: ${DEFAULT-VALUE}).")
    private double dev;

    @Option(
            names = "--test",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "The share of test.csv, 0 for none (default: ${DEFAULT-VALUE}).")
    private double test;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the split (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--quiet", description = "Don't tell what was written.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        if (!(dev >= 0 && test >= 0 && dev + test < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--dev " + dev + " --test " + test + ": each must be at least 0, their sum below 1");
        }
        Table whole = new TableReader(new ArticleReader(), Unlabelled.SKIP).read(table);
        long parts = DoubleStream.of(1, dev, test).filter(share -> share > 0).count();
        if (whole.articles().size() < parts) {
            throw new InputException(table + ": " + whole.articles().size() + " articles can't be split into " + parts
                    + " parts; add articles, or set --dev or --test to 0");
        }
        ArticleSplit.Parts split = ArticleSplit.split(whole.articles(), dev, test, seed);
        Map<Path, List<AnnotatedArticle>> files = new LinkedHashMap<>();
        files.put(out.resolve("train.csv"), split.train());
        files.put(out.resolve("dev.csv"), split.dev());
        files.put(out.resolve("test.csv"), split.test());
        files.values().removeIf(List::isEmpty);
        for (Path file : files.keySet()) {
            if (Files.exists(file) && Files.isSameFile(file, table)) {
                throw new InputException(file + ": is the table to be split; give another --out");
            }
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new InputException(out + ": is no folder; give another --out");
        }
        Files.createDirectories(out);
        for (Map.Entry<Path, List<AnnotatedArticle>> file : files.entrySet()) {
            TableWriter.write(whole.furtherColumns(), file.getValue(), file.getKey());
            if (!quiet) {
                spec.commandLine().getErr().println(summary(file.getKey(), file.getValue()));
            }
        }
        return ExitCode.OK;
    }

    private static String summary(Path file, List<AnnotatedArticle> articles) {
        int sentences = articles.stream().mapToInt(a -> a.labels().size()).sum();
        StringBuilder text =
                new StringBuilder(file + ": " + articles.size() + " articles, " + sentences + " sentences");
        for (Label label : Label.all()) {
            long count = articles.stream()
                    .flatMap(a -> a.labels().stream())
                    .filter(l -> l.filter(label::equals).isPresent())
                    .count();
            text.append(String.format(Locale.ROOT, ", %s %.1f %%", label, 100.0 * count / sentences));
        }
        return text.toString();
    }
}
