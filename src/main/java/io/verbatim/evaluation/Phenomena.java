package io.verbatim.evaluation;

import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which phenomena a sentence shows, from a file {@code article,sentence,phenomenon} with one row for each. A row
 * belongs to the sentence whose field {@code sentence} reads the same. Immutable.
 */
public final class Phenomena {

    private record Key(String article, String sentence) {}

    private final Map<Key, List<String>> phenomena;

    private Phenomena(Map<Key, List<String>> phenomena) {
        this.phenomena = phenomena;
    }

    /**
     * Reads a file of phenomena. Rows about articles that the table lacks are left aside, so that one file serves
     * several tables.
     *
     * @throws InputException where a column is missing, or the table has the article but not the sentence
     */
    public static Phenomena read(Path file, Table table) throws IOException {
        Map<Key, List<String>> phenomena = new HashMap<>();
        Set<String> articles = new HashSet<>();
        Set<Key> sentences = new HashSet<>();
        for (AnnotatedArticle article : table.articles()) {
            articles.add(article.id());
            article.rows().forEach(row -> sentences.add(new Key(article.id(), row.sentence())));
        }
        try (CsvRows rows = CsvRows.open(file)) {
            rows.require("article", "sentence", "phenomenon");
            while (rows.next()) {
                Key key = new Key(rows.get("article"), rows.get("sentence"));
                if (articles.contains(key.article())) {
                    if (!sentences.contains(key)) {
                        throw new InputException(rows.place() + ": " + table.name() + " has no sentence "
                                + key.sentence() + " in article " + key.article() + "; correct the row");
                    }
                    phenomena.computeIfAbsent(key, k -> new ArrayList<>()).add(rows.get("phenomenon"));
                }
            }
        }
        return new Phenomena(phenomena);
    }

    /** The phenomena of a sentence. */
    List<String> of(Scored sentence) {
        Key key = new Key(sentence.article().id(), sentence.row().sentence());
        return List.copyOf(phenomena.getOrDefault(key, List.of()));
    }
}
