package io.verbatim.corpus;

import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Labels for sentences of a table whose text may not be passed on: {@code sha256,label}. A sentence is named by the first
 * {@value #DIGITS} hexadecimal digits of the SHA-256 of its article's id, its field {@code sentence} and its text, in
 * UTF-8 with a line feed between them. Immutable and safe for threads.
 */
public final class Readings {

    private static final int DIGITS = 16;
    private static final List<String> COLUMNS = List.of("sha256", "label");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final String name;
    private final Map<String, Reading> readings;

    private Readings(String name, Map<String, Reading> readings) {
        this.name = name;
        this.readings = Collections.unmodifiableMap(readings);
    }

    private record Reading(long line, Label label) {}

    /**
     * Articles with the labels of readings.
     *
     * @param articles the articles, in the table's order
     * @param read how many sentences have a reading
     * @param changed how many of them got another label by it
     */
    public record Relabelled(List<AnnotatedArticle> articles, int read, int changed) {
        public Relabelled {
            articles = List.copyOf(articles);
        }
    }

    /**
     * Reads a file of readings, gzipped or not.
     *
     * @throws InputException where a row is none, with file, line and remedy
     */
    public static Readings read(Path file) throws IOException {
        String name = file.toString();
        Map<String, Reading> readings = new LinkedHashMap<>();
        try (Utf8Reader reader = new Utf8Reader(name, InputBytes.open(file));
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            if (!parser.getHeaderNames().equals(COLUMNS)) {
                throw new InputException(name + ":1: the header is "
                        + Excerpt.of(String.join(",", parser.getHeaderNames())) + "; it must be "
                        + String.join(",", COLUMNS));
            }
            for (CSVRecord row : parser) {
                long line = parser.getCurrentLineNumber();
                if (row.size() != COLUMNS.size()) {
                    throw new InputException(name + ":" + line + ": " + row.size() + " fields; give " + COLUMNS.size());
                }
                Label label = Label.of(row.get(1))
                        .orElseThrow(() -> new InputException(name + ":" + line + ": unknown label "
                                + Excerpt.of(row.get(1)) + "; allowed are " + Label.ids()));
                if (readings.put(row.get(0), new Reading(line, label)) != null) {
                    throw new InputException(
                            name + ":" + line + ": the sentence comes a second time; remove one of its rows");
                }
            }
        }
        return new Readings(name, readings);
    }

    /**
     * The table's articles, each sentence that has a reading with its label.
     *
     * @param onlyRead whether to leave out articles without a reading, and the labels of sentences without one
     * @throws InputException where a reading's sentence is not in the table
     */
    public Relabelled applyTo(Table table, boolean onlyRead) throws InputException {
        List<AnnotatedArticle> articles = new ArrayList<>();
        Set<String> used = new HashSet<>();
        int changed = 0;
        for (AnnotatedArticle article : table.articles()) {
            List<Sentence> sentences = article.article().sentences();
            List<Optional<Label>> labels = new ArrayList<>(article.labels());
            int usedBefore = used.size();
            for (int i = 0; i < labels.size(); i++) {
                String digest = digest(
                        article.id(),
                        article.rows().get(i).sentence(),
                        sentences.get(i).text());
                Reading reading = readings.get(digest);
                if (reading == null) {
                    labels.set(i, onlyRead ? Optional.empty() : labels.get(i));
                } else {
                    used.add(digest);
                    changed += labels.set(i, Optional.of(reading.label())).equals(Optional.of(reading.label())) ? 0 : 1;
                }
            }
            if (!onlyRead || used.size() > usedBefore) {
                articles.add(new AnnotatedArticle(article.article(), labels, article.rows()));
            }
        }
        for (Map.Entry<String, Reading> reading : readings.entrySet()) {
            if (!used.contains(reading.getKey())) {
                throw new InputException(name + ":" + reading.getValue().line() + ": not a sentence of " + table.name()
                        + ", nor are " + (readings.size() - used.size() - 1)
                        + " others; give the table that the readings were made on");
            }
        }
        return new Relabelled(articles, used.size(), changed);
    }

    private static String digest(String article, String sentence, String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", article, sentence, text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
