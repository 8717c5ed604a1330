package io.verbatim.evaluation;

import io.verbatim.corpus.InputException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file with a header, gzipped or not, with their place in it for messages. */
final class CsvRows implements AutoCloseable {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> iterator;
    private long line;

    private CsvRows(Path file, CSVParser parser) {
        this.file = file;
        this.parser = parser;
        this.iterator = parser.iterator();
    }

    static CsvRows open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return new CsvRows(file, parser(file, in));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static CSVParser parser(Path file, InputStream in) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(
                unzipped(in),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        try {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader);
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ", line 1: " + e.getMessage() + "; give each column a name of its own", e);
        }
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        boolean zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return zipped ? new GZIPInputStream(buffered) : buffered;
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
            IOException cause = e.getCause();
            if (cause instanceof CharacterCodingException) {
                throw cause;
            }
            throw new InputException(place() + ": " + e.getMessage() + "; close the quotes of the field", e);
        } catch (IllegalStateException e) {
            throw new InputException(place() + ": " + e.getMessage() + "; close the quotes of the field", e);
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
