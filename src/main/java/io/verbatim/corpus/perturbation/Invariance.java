package io.verbatim.corpus.perturbation;

import io.verbatim.article.Article;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Changes to an article that leave the label of each sentence as it is. */
public enum Invariance {
    STRAIGHT_MARKS(new MarkStyle("\"", "\"", "'", "'")),
    CURLY_MARKS(new MarkStyle("“", "”", "‘", "’")),
    ANGLED_MARKS(new MarkStyle("«", "»", "‘", "’")),
    LATEX_MARKS(new MarkStyle("``", "''", "`", "'")),
    SINGLE_MARKS(new MarkStyle("‘", "’", "“", "”")),
    HTML_ENTITIES(new HtmlEntities()),
    NO_BREAK_SPACES(new NoBreakSpaces()),
    ZERO_WIDTH_SPACES(new ZeroWidthSpaces()),
    SOFT_HYPHENS(new SoftHyphens()),
    /** Lines that end with CR LF, one a sentence; only in plain text. */
    WINDOWS_LINE_ENDS((sentence, random) -> sentence.text()),
    NAMES(Names::new),
    PLACES(Places::new),
    NUMBERS(pool -> new Numbers()),
    DATES(pool -> new Dates()),
    SPELLING(pool -> Rewording.each(new Spelling())),
    CONTRACTIONS(pool -> Rewording.each(new Contractions())),
    HEADLINE_CAPITALS(pool -> new Capitals());

    private final Function<Pool, Rewording> rewording;
    private final boolean ofForm;

    /** A change of marks, white space or other characters, of each sentence by itself. */
    Invariance(Rewording.OfSentence rewording) {
        this.rewording = pool -> Rewording.each(rewording);
        this.ofForm = true;
    }

    /** A change of words. */
    Invariance(Function<Pool, Rewording> rewording) {
        this.rewording = rewording;
        this.ofForm = false;
    }

    /** Its name in reports: {@code straight-marks}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it changes marks, white space or how characters are written, and no word. */
    public boolean isOfForm() {
        return ofForm;
    }

    List<String> reword(Article article, Pool pool, SplittableRandom random) {
        return rewording.apply(pool).reword(article, random);
    }

    /** What stands between two sentences of a paragraph and between two paragraphs of a plain text. */
    String separator(boolean paragraphs) {
        if (this == WINDOWS_LINE_ENDS) {
            return paragraphs ? "\r\n\r\n" : "\r\n";
        }
        return paragraphs ? "\n\n" : " ";
    }
}
