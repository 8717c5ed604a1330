package io.verbatim.baseline;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Labelled sentences to learn from.
 *
 * @param <T> how a sentence's features are told
 * @param features one for each sentence
 * @param labels (sentences), ordinals of labels
 */
@SuppressWarnings("ArrayRecordComponent")
record Examples<T>(List<T> features, int[] labels) {

    /**
     * The labelled sentences of some articles with their features.
     *
     * @throws IllegalArgumentException where a label is missing, since Smile's models need all
     */
    static <T> Examples<T> of(List<AnnotatedArticle> articles, Function<Article, List<T>> features) {
        List<T> all = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (AnnotatedArticle article : articles) {
            List<T> ofArticle = features.apply(article.article());
            for (int i = 0; i < ofArticle.size(); i++) {
                Optional<Label> label = article.labels().get(i);
                if (label.isPresent()) {
                    all.add(ofArticle.get(i));
                    labels.add(label.get().ordinal());
                }
            }
        }
        for (Label label : Label.all()) {
            if (!labels.contains(label.ordinal())) {
                throw new IllegalArgumentException("train: no sentence is labelled " + label);
            }
        }
        return new Examples<>(all, labels.stream().mapToInt(l -> l).toArray());
    }
}
