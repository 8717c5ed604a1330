package io.verbatim.cli;

import io.verbatim.LabelledArticle;
import io.verbatim.corpus.AnnotatedArticle;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes labelled articles one after another. Closing it ends the output and leaves the writer below open. */
interface ArticleWriter extends Closeable {

    /** Writes an article, with the rows of the table that it came from. */
    void write(LabelledArticle article, Optional<List<AnnotatedArticle.Row>> rows) throws IOException;

    @Override
    default void close() throws IOException {}
}
