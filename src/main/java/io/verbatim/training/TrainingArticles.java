package io.verbatim.training;

import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.model.EncodedSentence;
import io.verbatim.model.FeatureExtractor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The articles to learn from, as they are and as an epoch sees them. */
final class TrainingArticles {

    private record Weighted(AnnotatedArticle article, float weight) {}

    private final List<Weighted> articles = new ArrayList<>();
    private final List<List<TrainingSentence>> encoded = new ArrayList<>();
    private final FeatureExtractor features;
    private final double augment;
    private final Optional<Augmentation> augmentation;

    /**
     * The articles of some tables.
     *
     * @param augment the share of them that an epoch sees in another wording
     */
    TrainingArticles(List<WeightedTable> tables, FeatureExtractor features, double augment) {
        this.features = features;
        this.augment = augment;
        this.augmentation = augment > 0 ? Optional.of(new Augmentation()) : Optional.empty();
        for (WeightedTable table : tables) {
            for (AnnotatedArticle article : table.table().articles()) {
                Weighted weighted = new Weighted(article, (float) table.weight());
                articles.add(weighted);
                encoded.add(encode(article, features, weighted.weight));
            }
        }
    }

    /** All articles as they are. */
    List<List<TrainingSentence>> encoded() {
        return encoded;
    }

    /** The articles as an epoch sees them: the same seed gives the same wordings. */
    List<List<TrainingSentence>> epoch(long seed) {
        if (augmentation.isEmpty()) {
            return encoded;
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<List<TrainingSentence>> seen = new ArrayList<>(encoded);
        for (int i = 0; i < seen.size(); i++) {
            if (random.nextDouble() < augment) {
                Weighted article = articles.get(i);
                seen.set(
                        i,
                        encode(augmentation.get().reword(article.article, random.split()), features, article.weight));
            }
        }
        return seen;
    }

    static List<TrainingSentence> encode(AnnotatedArticle article, FeatureExtractor features, float weight) {
        List<EncodedSentence> encoded = features.encode(article.article());
        List<TrainingSentence> sentences = new ArrayList<>(encoded.size());
        for (int i = 0; i < encoded.size(); i++) {
            float[] target = new float[Label.all().size()];
            Optional<Label> label = article.labels().get(i);
            target[label.orElse(Label.NARRATIVE).ordinal()] = 1;
            sentences.add(new TrainingSentence(encoded.get(i), target, label.isPresent() ? weight : 0));
        }
        return sentences;
    }
}
