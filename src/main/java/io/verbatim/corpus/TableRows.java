package io.verbatim.corpus;

import io.verbatim.article.Label;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table one by one, each checked. What is wrong with a row goes to {@link Problems}, which may throw or go
 * on; what makes the rest unreadable is thrown. Not safe for threads.
 */
final class TableRows implements Closeable {

    /** Code units of the longest field. */
    static final int LONGEST_FIELD = 1 << 20;

    /** The five columns in the order in which they are written. */
    static final List<String> COLUMNS = List.of("article", "paragraph", "sentence", "text", "label");

    private static final int LONGEST_ROW = 4 * LONGEST_FIELD;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    /** Takes what is wrong with single rows. */
    @FunctionalInterface
    interface Problems {
        /** Something wrong with the row that begins on a line; {@code kind} is a short name of what. */
        void found(String kind, long line, String message) throws InputException;
    }

    /** A row; {@code label} is empty where it has none or one that is unknown. */
    record Row(
            long line,
            String article,
            String paragraph,
            String sentence,
            String text,
            Optional<Label> label,
            List<String> further) {}

    private final String name;
    private final Unlabelled unlabelled;
    private final Problems problems;
    private final MessageDigest digest = sha256Digest();
    private final Utf8Reader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int fields;
    private final int[] columns = new int[COLUMNS.size()];
    private final List<String> furtherNames = new ArrayList<>();
    private final List<Integer> further = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private String current = "";
    private long rows;

    /**
     * Reads the header.
     *
     * @throws InputException where the input is empty or the header lacks a column
     */
    TableRows(String name, InputStream in, Unlabelled unlabelled, Problems problems) throws IOException {
        this.name = name;
        this.unlabelled = unlabelled;
        this.problems = problems;
        this.reader = new Utf8Reader(name, new DigestInputStream(in, digest));
        this.parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
        this.records = parser.iterator();
        CSVRecord header = record();
        if (header == null) {
            throw new InputException(name + ": empty file; it needs the header " + String.join(",", COLUMNS));
        }
        this.fields = header.size();
        readHeader(header.stream().map(String::strip).toList());
    }

    private void readHeader(List<String> header) throws InputException {
        Set<String> names = new HashSet<>();
        for (String column : header) {
            if (!names.add(column)) {
                throw new InputException(
                        name + ":1: column " + Excerpt.of(column) + " comes twice; rename one of them");
            }
        }
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            columns[i] = header.indexOf(COLUMNS.get(i));
            if (columns[i] < 0 && (i < columns.length - 1 || unlabelled != Unlabelled.KEEP)) {
                missing.add(COLUMNS.get(i));
            }
        }
        if (!missing.isEmpty()) {
            throw new InputException(name + ":1: no column " + String.join(", ", missing) + "; the header has "
                    + Excerpt.of(String.join(",", header)) + ", name the columns " + String.join(",", COLUMNS)
                    + " and separate them by commas");
        }
        for (int i = 0; i < header.size(); i++) {
            if (!COLUMNS.contains(header.get(i))) {
                furtherNames.add(header.get(i));
                further.add(i);
            }
        }
    }

    /** Names of the columns beside the five. */
    List<String> furtherColumns() {
        return furtherNames;
    }

    /** The next row that has all its fields, or empty at the end. */
    Optional<Row> next() throws IOException {
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            CSVRecord record = record();
            if (record == null) {
                return Optional.empty();
            }
            if (record.size() == 1 && record.get(0).isEmpty()) {
                continue;
            }
            rows++;
            if (record.size() != fields) {
                problems.found(
                        "fields",
                        line,
                        "the row has " + record.size() + " fields, the header " + fields
                                + "; put texts with commas into double quotes and write a quote in them twice");
                continue;
            }
            if (hasLongField(record)) {
                problems.found("fields", line, "a field of more than " + LONGEST_FIELD + " characters; split the text");
                continue;
            }
            return Optional.of(row(line, record));
        }
    }

    private static boolean hasLongField(CSVRecord record) {
        return record.stream().anyMatch(field -> field.length() > LONGEST_FIELD);
    }

    private Row row(long line, CSVRecord record) throws InputException {
        String article = record.get(columns[0]);
        if (article.isBlank()) {
            problems.found("blank", line, "no article id; fill the column article");
        } else if (!article.equals(current) || rows == 1) {
            if (!seen.add(article)) {
                problems.found(
                        "article",
                        line,
                        "article " + Excerpt.of(article) + " comes a second time; put all rows of an article together,"
                                + " or give each article an id of its own");
            }
            current = article;
        }
        String text = record.get(columns[3]);
        if (text.isBlank()) {
            problems.found("blank", line, "no text; fill the column text or remove the row");
        }
        return new Row(
                line,
                article,
                record.get(columns[1]),
                record.get(columns[2]),
                text,
                columns[4] < 0 ? Optional.empty() : label(line, record.get(columns[4])),
                further.stream().map(record::get).toList());
    }

    private Optional<Label> label(long line, String field) throws InputException {
        Optional<Label> label = Label.of(field);
        if (field.isBlank()) {
            if (unlabelled == Unlabelled.REFUSE) {
                problems.found(
                        "label",
                        line,
                        "no label; give one of " + Label.ids() + ", or leave such rows out by --skip-unlabelled");
            }
        } else if (label.isEmpty()) {
            problems.found("label", line, "unknown label " + Excerpt.of(field) + "; allowed are " + Label.ids());
        }
        return label;
    }

    /** The number of rows read, without the header and blank lines. */
    long rows() {
        return rows;
    }

    /** The SHA-256 of the uncompressed bytes in hexadecimal, once the last row is read. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private @Nullable CSVRecord record() throws IOException {
        long line = parser.getCurrentLineNumber() + 1;
        reader.allow(
                LONGEST_ROW,
                "the row that began on line " + line + " has no end within " + LONGEST_ROW
                        + " characters; close its double quote");
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new InputException(
                        name + ":" + line
                                + ": a double quote opens a field that is not closed as it should be; end the field with"
                                + " one, and write a quote in a field twice",
                        e.getCause());
            }
            throw e.getCause();
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
