package io.verbatim.text;

import io.verbatim.article.Article;
import java.util.List;

/**
 * Makes an {@link Article} of plain text or of sentences already split. Immutable and safe for threads.
 */
public final class ArticleReader {

    /** A reader with OpenNLP's English sentence model from the class path. */
    public ArticleReader() {}

    /** The article of a plain text; its sentences' spans and the white space between them give the text back. */
    public Article read(String id, String text) {
        throw new UnsupportedOperationException();
    }

    /** The article of sentences already split, paragraph by paragraph; each is kept as it is. */
    public Article readSentences(String id, List<List<String>> paragraphs) {
        throw new UnsupportedOperationException();
    }
}
