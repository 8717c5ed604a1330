package io.verbatim.corpus;

import io.verbatim.article.Article;
import io.verbatim.text.ArticleReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of sentences: CSV after RFC 4180 in strict UTF-8 with or without a byte order mark, plain or gzipped
 * whatever the name. Columns are found by the names in the header; further ones are carried along. Immutable and safe
 * for threads.
 *
 * <p>All methods throw {@link InputException} with file, line and remedy at the first thing wrong with a table.
 */
public final class TableReader {

    private final ArticleReader articleReader;
    private final Unlabelled unlabelled;

    /**
     * A reader.
     *
     * @param articleReader makes articles of the rows
     * @param unlabelled what becomes of rows without a label
     */
    public TableReader(ArticleReader articleReader, Unlabelled unlabelled) {
        this.articleReader = articleReader;
        this.unlabelled = unlabelled;
    }

    /** The table in a file. */
    public Table read(Path file) throws IOException {
        try (Rows rows = open(file)) {
            return read(rows);
        }
    }

    /**
     * The table in a stream, which is read to its end and closed.
     *
     * @param name stands for the stream in messages
     */
    public Table read(String name, InputStream in) throws IOException {
        try (Rows rows = open(name, in)) {
            return read(rows);
        }
    }

    /** The articles of a file one at a time. */
    public Rows open(Path file) throws IOException {
        return opened(file.toString(), InputBytes.open(file));
    }

    /** The articles of a stream one at a time. */
    public Rows open(String name, InputStream in) throws IOException {
        return opened(name, InputBytes.unpacked(name, in));
    }

    Rows opened(String name, InputStream unpacked) throws IOException {
        try {
            return new Rows(name, unpacked);
        } catch (IOException e) {
            unpacked.close();
            throw e;
        }
    }

    private static Table read(Rows rows) throws IOException {
        List<AnnotatedArticle> articles = new ArrayList<>();
        for (var article = rows.next(); article.isPresent(); article = rows.next()) {
            articles.add(article.get());
        }
        return new Table(rows.name, rows.rows.sha256(), rows.furtherColumns(), articles);
    }

    /** The article of rows that belong together. */
    static Article article(ArticleReader articleReader, List<TableRows.Row> together) {
        List<List<String>> paragraphs = new ArrayList<>();
        String paragraph = null;
        for (TableRows.Row row : together) {
            if (!Objects.equals(row.paragraph(), paragraph)) {
                paragraphs.add(new ArrayList<>());
                paragraph = row.paragraph();
            }
            paragraphs.get(paragraphs.size() - 1).add(row.text());
        }
        return articleReader.readSentences(together.get(0).article(), paragraphs);
    }

    /** The articles of a table one at a time, without holding the whole. Not safe for threads. */
    public final class Rows implements Closeable {
        private final String name;
        private final TableRows rows;
        private TableRows.@Nullable Row ahead;

        private Rows(String name, InputStream in) throws IOException {
            this.name = name;
            this.rows = new TableRows(name, in, unlabelled, (kind, line, message) -> {
                throw new InputException(name + ":" + line + ": " + message);
            });
            this.ahead = rows.next().orElse(null);
            if (ahead == null) {
                throw new InputException(name + ": a header and no rows; add a row for each sentence");
            }
        }

        /** Names of the columns beside the five. */
        public List<String> furtherColumns() {
            return rows.furtherColumns();
        }

        /** The next article, or empty at the end. */
        public Optional<AnnotatedArticle> next() throws IOException {
            TableRows.Row row = ahead;
            if (row == null) {
                return Optional.empty();
            }
            String id = row.article();
            List<TableRows.Row> together = new ArrayList<>();
            while (row != null && row.article().equals(id)) {
                together.add(row);
                row = rows.next().orElse(null);
            }
            ahead = row;
            return Optional.of(annotated(together));
        }

        private AnnotatedArticle annotated(List<TableRows.Row> together) {
            return new AnnotatedArticle(
                    article(articleReader, together),
                    together.stream().map(TableRows.Row::label).toList(),
                    together.stream()
                            .map(r -> new AnnotatedArticle.Row(r.line(), r.paragraph(), r.sentence(), r.further()))
                            .toList());
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
