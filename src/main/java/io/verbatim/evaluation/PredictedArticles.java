package io.verbatim.evaluation;

import io.verbatim.Probabilities;
import io.verbatim.article.Article;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The probabilities that another program gave to the sentences of some articles: a file of predictions as {@link
 * Predictions} reads it, with probabilities, of any articles in any order. An article is known by the texts of its
 * sentences, whatever its id. Immutable and safe for threads.
 */
public final class PredictedArticles {

    private final Map<List<String>, List<Probabilities>> articles;

    private PredictedArticles(Map<List<String>, List<Probabilities>> articles) {
        this.articles = articles;
    }

    /**
     * Reads the predictions of whole articles, whose rows stand behind one another.
     *
     * @param file the file, gzipped or not
     * @throws InputException where a column is missing or a field can't be read, with file, line and remedy
     */
    public static PredictedArticles read(Path file) throws IOException {
        Map<List<String>, List<Probabilities>> articles = new HashMap<>();
        try (CsvRows rows = CsvRows.open(file)) {
            rows.require("article", "text");
            rows.require(Predictions.PROBABILITIES);
            List<String> texts = new ArrayList<>();
            List<Probabilities> probabilities = new ArrayList<>();
            String id = "";
            while (rows.next()) {
                if (!rows.get("article").equals(id)) {
                    articles.put(List.copyOf(texts), List.copyOf(probabilities));
                    texts.clear();
                    probabilities.clear();
                    id = rows.get("article");
                }
                texts.add(rows.get("text"));
                probabilities.add(Predictions.probabilities(rows));
            }
            articles.put(List.copyOf(texts), List.copyOf(probabilities));
        }
        articles.remove(List.of());
        return new PredictedArticles(articles);
    }

    /** The probabilities of an article's sentences, or empty if the file doesn't hold it. */
    public Optional<List<Probabilities>> of(Article article) {
        return Optional.ofNullable(
                articles.get(article.sentences().stream().map(Sentence::text).toList()));
    }
}
