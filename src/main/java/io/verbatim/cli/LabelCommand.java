package io.verbatim.cli;

import io.verbatim.LabelledArticle;
import io.verbatim.QuoteClassifier;
import io.verbatim.article.Article;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.ArticleSource;
import io.verbatim.corpus.ArticleSources;
import io.verbatim.corpus.InputArticle;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verbatim label}: labels the sentences of articles. */
@Command(
        name = "label",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Labels every sentence of the articles: direct, paraphrase or narrative.",
            "A FILE is a text (.txt), a folder of texts, JSON Lines (.jsonl: {\"id\":…,\"text\":…} a line), a table"
                    + " (.csv: sentences already split) or - for standard input; gzipped or not."
        })
final class LabelCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|-", description = "What to label.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--model", paramLabel = "FILE", description = "Model file; the bundled one by default.")
    private @Nullable Path model;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}; json is an array of articles, jsonl one article a line, csv one sentence a row. Default: text.")
    private OutputFormat format = OutputFormat.text;

    @Option(names = "--out", paramLabel = "FILE|-", description = "Where the result goes; standard output by default.")
    private String out = ReportOutput.STANDARD;

    @Option(names = "--abstain", paramLabel = "P", description = "No label where the most probable one is below P.")
    private double abstain;

    @Option(
            names = "--colour",
            paramLabel = "WHEN",
            description = "Colours in text: ${COMPLETION-CANDIDATES}. Default: auto, on a terminal.")
    private When colour = When.auto;

    @Option(names = "--quiet", description = "No warnings.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        if (!(abstain >= 0 && abstain <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--abstain': must be from 0 to 1, not " + abstain);
        }
        QuoteClassifier classifier =
                (model == null ? QuoteClassifier.bundled() : QuoteClassifier.load(model)).abstainingBelow(abstain);
        boolean terminal = out.equals(ReportOutput.STANDARD) && System.console() != null;
        boolean colours =
                colour == When.always || (colour == When.auto && terminal && System.getenv("NO_COLOR") == null);
        ReportOutput.write(spec, out, writer -> label(classifier, writer, colours));
        return 0;
    }

    private void label(QuoteClassifier classifier, Writer writer, boolean colours) throws IOException {
        ArticleReader reader = new ArticleReader();
        ArticleSources sources = new ArticleSources(reader, System.in);
        PrintWriter err = spec.commandLine().getErr();
        try (ArticleWriter result = format.writer(writer, colours)) {
            for (String input : inputs) {
                try (ArticleSource source = sources.open(input)) {
                    for (Optional<Split> next = next(source, reader); next.isPresent(); next = next(source, reader)) {
                        LabelledArticle labelled = classifier.label(next.get().article());
                        result.write(labelled, next.get().rows());
                        warn(labelled, err);
                    }
                }
            }
        }
    }

    /** An article and the rows of the table that it came from; its text need not be held any more. */
    private record Split(Article article, Optional<List<AnnotatedArticle.Row>> rows) {}

    private static Optional<Split> next(ArticleSource source, ArticleReader reader) throws IOException {
        return source.next()
                .map(input -> new Split(
                        input.read(reader),
                        input instanceof InputArticle.Split split
                                ? Optional.of(split.annotated().rows())
                                : Optional.empty()));
    }

    private void warn(LabelledArticle labelled, PrintWriter err) {
        if (!quiet && !English.likely(labelled.sentences())) {
            err.println("verbatim: warning: " + (labelled.id().isEmpty() ? "the text" : labelled.id())
                    + " is plainly not English; the model knows English only");
            err.flush();
        }
    }

    /** When to use colours. */
    enum When {
        auto,
        always,
        never
    }
}
