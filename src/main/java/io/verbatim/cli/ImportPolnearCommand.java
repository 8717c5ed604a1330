package io.verbatim.cli;

import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.TableWriter;
import io.verbatim.corpus.polnear.PolnearImporter;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verbatim import polnear}: a table of PolNeAR. */
@Command(
        name = "polnear",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Makes a table of PolNeAR's attributions (brat standoff).",
            "Labels are derived from the spans of contents; they are noisier than labels given by reading."
        })
final class ImportPolnearCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder that holds text/ and attributions/, or folders that do.")
    private Path folder;

    @Option(names = "--out", paramLabel = "FILE|-", required = true, description = "The table to write.")
    private String out;

    @Option(names = "--quiet", description = "Don't tell what was written.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        List<AnnotatedArticle> articles = new PolnearImporter(new ArticleReader()).read(folder);
        ReportOutput.write(spec, out, writer -> TableWriter.write(List.of(), articles, writer));
        if (!quiet) {
            int sentences = articles.stream().mapToInt(a -> a.labels().size()).sum();
            spec.commandLine().getErr().println(articles.size() + " articles, " + sentences + " sentences");
        }
        return ExitCode.OK;
    }
}
