package io.verbatim.evaluation;

import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Utf8Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file with a header, gzipped or not, one after another, with their place in it for messages. */
final class CsvRows implements AutoCloseable {

    /** Code units of the longest row. */
    private static final int LONGEST_ROW = 1 << 22;

    private final Path file;
    private final Utf8Reader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> iterator;
    private final List<String> columns;
    private @Nullable CSVRecord row;
    private long line = 1;

    private CsvRows(Path file, Utf8Reader reader) throws IOException {
        this.file = file;
        this.reader = reader;
        this.parser = CSVFormat.RFC4180.parse(reader);
        this.iterator = parser.iterator();
        CSVRecord header = record();
        this.columns = header == null ? List.of() : header.toList();
    }

    static CsvRows open(Path file) throws IOException {
        Utf8Reader reader = Utf8Reader.open(file);
        try {
            return new CsvRows(file, reader);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    void require(String... needed) throws InputException {
        for (String column : needed) {
            if (!has(column)) {
                throw new InputException(file + ", line 1: no column " + column + "; the first line must name "
                        + String.join(",", needed));
            } else if (columns.indexOf(column) != columns.lastIndexOf(column)) {
                throw new InputException(
                        file + ", line 1: column " + column + " twice; give each column a name of its own");
            }
        }
    }

    /** Goes to the next row; false after the last. */
    boolean next() throws IOException {
        row = record();
        if (row != null && row.size() != columns.size()) {
            throw new InputException(place() + ": " + row.size() + " fields where the first line has " + columns.size()
                    + "; quote fields that hold commas or line breaks");
        }
        return row != null;
    }

    /** The row's field in a column that was {@link #require required}. */
    String get(String column) {
        if (row == null) {
            throw new IllegalStateException("no row");
        }
        return row.get(columns.indexOf(column));
    }

    private @Nullable CSVRecord record() throws IOException {
        line = parser.getCurrentLineNumber() + 1;
        reader.allow(LONGEST_ROW, "the row has no end within " + LONGEST_ROW + " characters; close its double quote");
        try {
            return iterator.hasNext() ? iterator.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new InputException(
                        place() + ": " + e.getCause().getMessage() + "; close the quotes of the field", e);
            }
            throw e.getCause();
        }
    }

    /** The file and the line on which the latest row begins. */
    String place() {
        return file + ", line " + line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
