package io.verbatim.cli;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.ArticleSource;
import io.verbatim.corpus.ArticleSources;
import io.verbatim.corpus.TableWriter;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verbatim import collection}: a table of texts, to be labelled by reading. */
@Command(
        name = "collection",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Makes a table without labels of articles: split into sentences, to be labelled by reading.",
            "In a text a line is a paragraph, and a blank line ends an article; or give JSON Lines."
        })
final class ImportCollectionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Texts or JSON Lines, gzipped or not.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE|-", required = true, description = "The table to write.")
    private String out;

    @Option(names = "--quiet", description = "Don't tell what was written.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        ArticleReader reader = new ArticleReader();
        ArticleSources sources = new ArticleSources(reader, System.in);
        List<AnnotatedArticle> articles = new ArrayList<>();
        for (String input : inputs) {
            try (ArticleSource source = sources.openCollection(input)) {
                for (var next = source.next(); next.isPresent(); next = source.next()) {
                    articles.add(unlabelled(next.get().read(reader)));
                }
            }
        }
        ReportOutput.write(spec, out, writer -> TableWriter.write(List.of(), articles, writer));
        if (!quiet) {
            int sentences = articles.stream().mapToInt(a -> a.labels().size()).sum();
            spec.commandLine().getErr().println(articles.size() + " articles, " + sentences + " sentences");
        }
        return ExitCode.OK;
    }

    /** The article's rows, its paragraphs and its sentences numbered from 0. */
    private static AnnotatedArticle unlabelled(Article article) {
        List<AnnotatedArticle.Row> rows = new ArrayList<>();
        List<Paragraph> paragraphs = article.paragraphs();
        for (int p = 0; p < paragraphs.size(); p++) {
            for (int s = 0; s < paragraphs.get(p).sentences().size(); s++) {
                rows.add(new AnnotatedArticle.Row(
                        rows.size() + 2L, String.valueOf(p), String.valueOf(rows.size()), List.of()));
            }
        }
        return new AnnotatedArticle(article, Collections.nCopies(rows.size(), Optional.empty()), rows);
    }
}
