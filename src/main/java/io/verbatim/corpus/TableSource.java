package io.verbatim.corpus;

import java.io.IOException;
import java.util.Optional;

/** The articles of a table. */
final class TableSource implements ArticleSource {

    private final TableReader.Rows rows;

    TableSource(TableReader.Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<InputArticle> next() throws IOException {
        return rows.next().map(InputArticle.Split::new);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
