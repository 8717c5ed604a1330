package io.verbatim.output;

import io.verbatim.LabelledArticle;
import io.verbatim.LabelledSentence;
import io.verbatim.article.Label;
import java.io.IOException;
import java.util.Locale;

/** Labelled articles for a reader at a terminal: label, confidence and sentence in a line. Not for threads. */
public final class TextOutput {

    private static final String RESET = "\u001B[0m";

    private final Appendable out;
    private final boolean colours;

    /** Lines written to {@code out}, with ANSI colours where asked. */
    public TextOutput(Appendable out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** Writes an article: its id, a line for each sentence, a blank line between paragraphs. */
    public void add(LabelledArticle article) throws IOException {
        out.append("# ").append(article.id()).append('\n');
        int paragraph = 0;
        for (LabelledSentence sentence : article.sentences()) {
            if (sentence.paragraph() != paragraph) {
                out.append('\n');
                paragraph = sentence.paragraph();
            }
            String label = sentence.label().map(Label::id).orElse("-");
            String head = String.format(Locale.ROOT, "%-10s %.2f", label, sentence.confidence());
            String colour = colours ? sentence.label().map(TextOutput::colour).orElse("") : "";
            out.append(colour)
                    .append(head)
                    .append(colour.isEmpty() ? "" : RESET)
                    .append("  ");
            out.append(oneLine(sentence.text())).append('\n');
        }
        out.append('\n');
    }

    /** Control characters of a text could move the cursor; line ends would break the line. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return line.toString();
    }

    private static String colour(Label label) {
        return switch (label) {
            case DIRECT -> "\u001B[1;34m";
            case PARAPHRASE -> "\u001B[33m";
            case NARRATIVE -> "\u001B[2m";
        };
    }
}
