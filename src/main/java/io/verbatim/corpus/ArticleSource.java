package io.verbatim.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Articles to be labelled, one at a time, so that no more than one need be in memory. {@link ArticleSources} opens one.
 * Not safe for threads.
 */
public interface ArticleSource extends Closeable {

    /**
     * The next article, or empty at the end.
     *
     * @throws InputException where the input can't be used, with file, line and remedy
     */
    Optional<InputArticle> next() throws IOException;
}
