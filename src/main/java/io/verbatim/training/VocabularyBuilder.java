package io.verbatim.training;

import io.verbatim.article.Article;
import io.verbatim.article.Sentence;
import io.verbatim.model.Vocabulary;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The vocabulary of the words that stand often enough in some articles. */
final class VocabularyBuilder {

    private VocabularyBuilder() {}

    /** The most frequent words, at most {@code maxWords}, each at least {@code minCount} times in the articles. */
    static Vocabulary of(Collection<Article> articles, int minCount, int maxWords, int buckets) {
        Map<String, Integer> counts = new HashMap<>();
        for (Article article : articles) {
            for (Sentence written : article.sentences()) {
                Sentence sentence = written.withoutEntities();
                for (int i = 0; i < sentence.tokenCount(); i++) {
                    counts.merge(Vocabulary.normalise(sentence.token(i)), 1, Integer::sum);
                }
            }
        }
        counts.remove("");
        List<String> words = counts.entrySet().stream()
                .filter(e -> e.getValue() >= minCount)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(maxWords)
                .map(Map.Entry::getKey)
                .toList();
        return new Vocabulary(words, buckets);
    }
}
