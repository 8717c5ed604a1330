package io.verbatim.cli;

import io.verbatim.LabelledArticle;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.output.CsvOutput;
import io.verbatim.output.HtmlOutput;
import io.verbatim.output.JsonOutput;
import io.verbatim.output.TextOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** How labelled articles are written. The constants are spelled as on the command line. */
enum OutputFormat {
    /** A line a sentence, for reading. */
    text,
    /** An array of articles. */
    json,
    /** An article a line. */
    jsonl,
    /** A row a sentence. */
    csv,
    /** A page. */
    html;

    ArticleWriter writer(Writer out, boolean colours) throws IOException {
        return switch (this) {
            case text -> {
                TextOutput text = new TextOutput(out, colours);
                yield (article, rows) -> text.add(article);
            }
            case json -> new JsonArray(out);
            case jsonl ->
                (article, rows) -> {
                    JsonOutput.write(article, out);
                    out.append('\n');
                };
            case csv -> {
                CsvOutput csv = new CsvOutput(out);
                yield (article, rows) -> {
                    if (rows.isPresent()) {
                        csv.add(article, rows.get());
                    } else {
                        csv.add(article);
                    }
                };
            }
            case html -> new HtmlPage(new HtmlOutput(out));
        };
    }

    private static final class JsonArray implements ArticleWriter {
        private final Writer out;
        private String separator = "[\n";

        JsonArray(Writer out) {
            this.out = out;
        }

        @Override
        public void write(LabelledArticle article, Optional<List<AnnotatedArticle.Row>> rows) throws IOException {
            out.append(separator);
            JsonOutput.write(article, out);
            separator = ",\n";
        }

        @Override
        public void close() throws IOException {
            out.append(separator.startsWith("[") ? "[]\n" : "\n]\n");
        }
    }

    private record HtmlPage(HtmlOutput page) implements ArticleWriter {
        @Override
        public void write(LabelledArticle article, Optional<List<AnnotatedArticle.Row>> rows) throws IOException {
            page.add(article);
        }

        @Override
        public void close() throws IOException {
            page.close();
        }
    }
}
