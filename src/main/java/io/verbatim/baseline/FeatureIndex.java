package io.verbatim.baseline;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Numbers the features that enough training sentences have, counted from 0. Immutable and safe for threads. */
final class FeatureIndex {

    private final Map<String, Integer> numbers;

    private FeatureIndex(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * The index of the features that at least {@code cutOff} training sentences have.
     */
    static FeatureIndex of(List<AnnotatedArticle> train, int cutOff) {
        Map<String, Integer> counts = new TreeMap<>();
        for (AnnotatedArticle article : train) {
            for (Set<String> features : SentenceFeatures.of(article.article().sentences())) {
                features.forEach(f -> counts.merge(f, 1, Integer::sum));
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        counts.forEach((feature, count) -> {
            if (count >= cutOff) {
                numbers.put(feature, numbers.size());
            }
        });
        return new FeatureIndex(numbers);
    }

    /**
     * The index of the features that tell most of the label: the highest mutual information in the training sentences.
     */
    static FeatureIndex mostTelling(List<AnnotatedArticle> train, int count) {
        int labels = Label.all().size();
        Map<String, long[]> counts = new TreeMap<>();
        long[] all = new long[labels];
        for (AnnotatedArticle article : train) {
            List<Set<String>> sentences = SentenceFeatures.of(article.article().sentences());
            for (int i = 0; i < sentences.size(); i++) {
                if (article.labels().get(i).isPresent()) {
                    int label = article.labels().get(i).get().ordinal();
                    all[label]++;
                    sentences.get(i).forEach(f -> counts.computeIfAbsent(f, k -> new long[labels])[label]++);
                }
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        counts.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), information(e.getValue(), all)))
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .forEach(e -> numbers.put(e.getKey(), numbers.size()));
        return new FeatureIndex(numbers);
    }

    /** The mutual information of a feature and the label, in nats. */
    private static double information(long[] with, long[] all) {
        double n = LongStream.of(all).sum();
        double withAny = LongStream.of(with).sum();
        double sum = 0;
        for (int label = 0; label < all.length; label++) {
            sum += term(with[label], withAny, all[label], n);
            sum += term(all[label] - with[label], n - withAny, all[label], n);
        }
        return sum;
    }

    private static double term(double both, double one, double other, double n) {
        return both == 0 ? 0 : both / n * Math.log(both * n / (one * other));
    }

    int size() {
        return numbers.size();
    }

    /** The numbers of each sentence's known features, ascending. */
    List<int[]> of(Article article) {
        List<int[]> all = new ArrayList<>();
        for (Set<String> features : SentenceFeatures.of(article.sentences())) {
            all.add(features.stream()
                    .map(numbers::get)
                    .filter(n -> n != null)
                    .mapToInt(n -> n)
                    .sorted()
                    .toArray());
        }
        return all;
    }
}
