package io.verbatim.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verbatim.Probabilities;
import io.verbatim.article.Article;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The probabilities that another program gave to the sentences of some articles: a file of predictions as {@link
 * Predictions} reads it, with probabilities, of any articles in any order. An article is known by the texts of its
 * sentences, whatever its id. Instead of {@code article} and {@code text} each row may hold the article's {@link #digest}
 * as {@code sha256}, where the text may not be passed on. Immutable and safe for threads.
 */
public final class PredictedArticles {

    /** The column that stands for an article's text. */
    public static final String DIGEST = "sha256";

    private static final int DIGITS = 16;

    private final Map<String, List<Probabilities>> articles;

    private PredictedArticles(Map<String, List<Probabilities>> articles) {
        this.articles = articles;
    }

    /**
     * Reads the predictions of whole articles, whose rows stand behind one another in the sentences' order.
     *
     * @param file the file, gzipped or not
     * @throws InputException where a column is missing or a field can't be read, with file, line and remedy
     */
    public static PredictedArticles read(Path file) throws IOException {
        Map<String, List<Probabilities>> articles = new HashMap<>();
        try (CsvRows rows = CsvRows.open(file)) {
            boolean digests = rows.has(DIGEST);
            String name = digests ? DIGEST : "article";
            rows.require(digests ? new String[] {DIGEST} : new String[] {"article", "text"});
            rows.require(Predictions.PROBABILITIES);
            List<String> texts = new ArrayList<>();
            List<Probabilities> probabilities = new ArrayList<>();
            String article = "";
            while (rows.next()) {
                if (!rows.get(name).equals(article)) {
                    articles.put(digests ? article : digest(texts), List.copyOf(probabilities));
                    texts.clear();
                    probabilities.clear();
                    article = rows.get(name);
                }
                texts.add(digests ? "" : rows.get("text"));
                probabilities.add(Predictions.probabilities(rows));
            }
            articles.put(digests ? article : digest(texts), List.copyOf(probabilities));
        }
        return new PredictedArticles(articles);
    }

    /** The probabilities of an article's sentences, or empty if the file doesn't hold it. */
    public Optional<List<Probabilities>> of(Article article) {
        return Optional.ofNullable(articles.get(digest(article)))
                .filter(p -> !p.isEmpty() && p.size() == article.sentences().size());
    }

    /**
     * What an article is known by: the first {@value #DIGITS} hexadecimal digits of the SHA-256 of its sentences' texts, in
     * UTF-8 with a line feed between them.
     */
    public static String digest(Article article) {
        return digest(article.sentences().stream().map(Sentence::text).toList());
    }

    private static String digest(List<String> texts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", texts).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
