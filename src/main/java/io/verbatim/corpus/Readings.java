package io.verbatim.corpus;

import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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
 * Labels for sentences of a table whose text may not be passed on: {@code article,sentence,sha256,label}, a sentence
 * named by its article and its field {@code sentence}, and proved by the first {@value #DIGITS} hexadecimal digits of the
 * SHA-256 of its text in UTF-8. Immutable and safe for threads.
 */
public final class Readings {

    private static final int DIGITS = 16;
    private static final List<String> COLUMNS = List.of("article", "sentence", "sha256", "label");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final String name;
    private final Map<Place, Reading> readings;

    private Readings(String name, Map<Place, Reading> readings) {
        this.name = name;
        this.readings = readings;
    }

    private record Place(String article, String sentence) {}

    private record Reading(long line, String sha256, Label label) {}

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
        Map<Place, Reading> readings = new LinkedHashMap<>();
        try (Utf8Reader reader = new Utf8Reader(name, InputBytes.open(file));
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            if (!parser.getHeaderNames().equals(COLUMNS)) {
                throw new InputException(
                        name + ":1: the header is " + Excerpt.of(String.join(",", parser.getHeaderNames()))
                                + "; it must be " + String.join(",", COLUMNS));
            }
            for (CSVRecord row : parser) {
                long line = parser.getCurrentLineNumber();
                if (row.size() != COLUMNS.size()) {
                    throw new InputException(name + ":" + line + ": " + row.size() + " fields; give " + COLUMNS.size());
                }
                Label label = Label.of(row.get(3))
                        .orElseThrow(() -> new InputException(name + ":" + line + ": unknown label "
                                + Excerpt.of(row.get(3)) + "; allowed are " + Label.ids()));
                Place place = new Place(row.get(0), row.get(1));
                if (readings.put(place, new Reading(line, row.get(2), label)) != null) {
                    throw new InputException(name + ":" + line + ": sentence " + Excerpt.of(place.sentence()) + " of "
                            + Excerpt.of(place.article()) + " comes a second time; remove one of its rows");
                }
            }
        } catch (UncheckedIOException e) {
            throw new InputException(name + ": " + e.getMessage() + "; mend the table", e);
        }
        return new Readings(name, Map.copyOf(readings));
    }

    /**
     * The table's articles, each sentence that has a reading with its label.
     *
     * @param onlyRead whether to leave out articles without a reading, and the labels of sentences without one
     * @throws InputException where a reading's sentence is not in the table, or has another text there
     */
    public Relabelled applyTo(Table table, boolean onlyRead) throws InputException {
        List<AnnotatedArticle> articles = new ArrayList<>();
        Set<Place> used = new HashSet<>();
        int changed = 0;
        for (AnnotatedArticle article : table.articles()) {
            List<Sentence> sentences = article.article().sentences();
            List<Optional<Label>> labels = new ArrayList<>(article.labels());
            int usedBefore = used.size();
            for (int i = 0; i < labels.size(); i++) {
                Place place = new Place(article.id(), article.rows().get(i).sentence());
                Reading reading = readings.get(place);
                if (reading == null) {
                    labels.set(i, onlyRead ? Optional.empty() : labels.get(i));
                } else {
                    if (!used.add(place) || !digest(sentences.get(i).text()).equals(reading.sha256())) {
                        throw new InputException(
                                table.name() + ":" + article.rows().get(i).line()
                                        + ": not the sentence that was read for " + name + ":" + reading.line()
                                        + "; give the table that the readings were made on");
                    }
                    changed += labels.set(i, Optional.of(reading.label())).equals(Optional.of(reading.label())) ? 0 : 1;
                }
            }
            if (!onlyRead || used.size() > usedBefore) {
                articles.add(new AnnotatedArticle(article.article(), labels, article.rows()));
            }
        }
        for (Map.Entry<Place, Reading> reading : readings.entrySet()) {
            if (!used.contains(reading.getKey())) {
                throw new InputException(name + ":" + reading.getValue().line() + ": " + table.name()
                        + " has no sentence " + Excerpt.of(reading.getKey().sentence()) + " of "
                        + Excerpt.of(reading.getKey().article()) + "; give the table that the readings were made on");
            }
        }
        return new Relabelled(articles, used.size(), changed);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
