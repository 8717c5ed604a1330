package io.verbatim.output;

import io.verbatim.LabelledArticle;
import io.verbatim.LabelledSentence;
import io.verbatim.article.Label;
import io.verbatim.article.Quotation;
import java.io.IOException;
import java.util.Locale;

/**
 * Labelled articles as one self-contained HTML page: each sentence with its label's colour and underline, its
 * probabilities at a hover. Not for threads.
 */
public final class HtmlOutput implements AutoCloseable {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Verbatim</title>
            <style>
            :root { --direct: #cfe3f7; --paraphrase: #fbe3b4; --ink: #1b1b1b; --paper: #fff; --direct-line: #0b5cad;
              --paraphrase-line: #a85b00; }
            @media (prefers-color-scheme: dark) { :root { --direct: #12395e; --paraphrase: #53390a; --ink: #e8e8e8;
              --paper: #151515; --direct-line: #6db3f2; --paraphrase-line: #f0b04a; } }
            body { font: 1.05rem/1.65 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem;
              color: var(--ink); background: var(--paper); }
            h2, .key { font-family: system-ui, sans-serif; font-size: .95rem; overflow-wrap: anywhere; }
            .direct { background: var(--direct); border-bottom: 3px solid var(--direct-line); }
            .paraphrase { background: var(--paraphrase); border-bottom: 3px dotted var(--paraphrase-line); }
            .abstained { border-bottom: 1px dashed; }
            .direct q, .paraphrase q, .narrative q, .abstained q { quotes: none; font-weight: 600; }
            .key span { padding: .1rem .35rem; margin-right: .6rem; }
            </style>
            </head>
            <body>
            <p class="key"><span class="direct">direct quote</span><span class="paraphrase">paraphrased claim</span>\
            <span class="narrative">reporter narrative</span></p>
            """;

    private final Appendable out;

    /** A page written to {@code out} as its articles come. */
    public HtmlOutput(Appendable out) throws IOException {
        this.out = out;
        out.append(HEAD);
    }

    /** Adds an article. */
    public void add(LabelledArticle article) throws IOException {
        out.append("<article>\n");
        if (!article.id().isEmpty()) {
            out.append("<h2>").append(escape(article.id())).append("</h2>\n");
        }
        int paragraph = -1;
        for (LabelledSentence sentence : article.sentences()) {
            if (sentence.paragraph() != paragraph) {
                out.append(paragraph < 0 ? "<p>" : "</p>\n<p>");
                paragraph = sentence.paragraph();
            } else {
                out.append(' ');
            }
            sentence(sentence);
        }
        out.append(paragraph < 0 ? "" : "</p>\n").append("</article>\n");
    }

    /** Ends the page; leaves the writer open. */
    @Override
    public void close() throws IOException {
        out.append("</body>\n</html>\n");
    }

    private void sentence(LabelledSentence sentence) throws IOException {
        String kind = sentence.label().map(Label::id).orElse("abstained");
        String title = String.format(
                Locale.ROOT,
                "%s: direct %.2f, paraphrase %.2f, narrative %.2f",
                kind,
                sentence.probabilities().direct(),
                sentence.probabilities().paraphrase(),
                sentence.probabilities().narrative());
        out.append("<span class=\"")
                .append(kind)
                .append("\" title=\"")
                .append(title)
                .append("\">");
        String text = sentence.text();
        int done = 0;
        for (Quotation quotation : sentence.quotations()) {
            out.append(escape(text.substring(done, quotation.start()))).append("<q>");
            out.append(escape(text.substring(quotation.start(), quotation.end())))
                    .append("</q>");
            done = quotation.end();
        }
        out.append(escape(text.substring(done))).append("</span>");
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
