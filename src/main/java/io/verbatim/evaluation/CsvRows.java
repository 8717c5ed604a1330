package io.verbatim.evaluation;

import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Utf8Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file with a header, gzipped or not, with their place in it for messages. */
final class CsvRows implements AutoCloseable {

    /** Code units of the longest row. */
    private static final int LONGEST_ROW = 1 << 22;

    private final Path file;
    private final Utf8Reader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> iterator;
    private long line = 1;

    private CsvRows(Path file, Utf8Reader reader) throws IOException {
        this.file = file;
        this.reader = reader;
        allowRow();
        try {
            this.parser = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader);
        } catch (IllegalArgumentException e) {
            throw new InputException(place() + ": " + e.getMessage() + "; give each column a name of its own", e);
        } catch (CSVException e) {
            throw unclosed(e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CSVException csv ? unclosed(csv) : e.getCause();
        }
        this.iterator = parser.iterator();
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

    private void allowRow() {
        reader.allow(LONGEST_ROW, "the row has no end within " + LONGEST_ROW + " characters; close its double quote");
    }

    private InputException unclosed(Exception e) {
        return new InputException(place() + ": " + e.getMessage() + "; close the quotes of the field", e);
    }

    boolean has(String column) {
        return parser.getHeaderMap().containsKey(column);
    }

    void require(String... columns) throws InputException {
        for (String column : columns) {
            if (!has(column)) {
                throw new InputException(file + ", line 1: no column " + column + "; the first line must name "
                        + String.join(",", columns));
            }
        }
    }

    /** The next row, or null after the last. */
    @Nullable
    CSVRecord next() throws IOException {
        line = parser.getCurrentLineNumber() + 1;
        allowRow();
        try {
            if (!iterator.hasNext()) {
                return null;
            }
            CSVRecord row = iterator.next();
            if (!row.isConsistent()) {
                throw new InputException(place() + ": " + row.size() + " fields where the first line has "
                        + parser.getHeaderNames().size() + "; quote fields that hold commas or line breaks");
            }
            return row;
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof InputException input ? input : unclosed(e);
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
