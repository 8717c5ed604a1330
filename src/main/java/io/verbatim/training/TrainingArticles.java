package io.verbatim.training;

import io.verbatim.article.Article;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.model.EncodedSentence;
import io.verbatim.model.FeatureExtractor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The articles to learn from, as they are and as an epoch sees them. */
final class TrainingArticles {

    private final List<AnnotatedArticle> articles = new ArrayList<>();
    private final List<List<TrainingSentence>> labelled = new ArrayList<>();
    private final List<List<TrainingSentence>> taught = new ArrayList<>();
    private final FeatureExtractor features;
    private final TrainingOptions options;
    private final Optional<Augmentation> augmentation;

    /**
     * The articles of some tables, and those without labels that teachers label.
     *
     * @param unlabelled left out where the teachers don't know them
     */
    TrainingArticles(
            List<WeightedTable> tables,
            List<Article> unlabelled,
            FeatureExtractor features,
            Teaching teaching,
            TrainingOptions options) {
        this.features = features;
        this.options = options;
        this.augmentation = options.augment() > 0 ? Optional.of(new Augmentation()) : Optional.empty();
        for (WeightedTable table : tables) {
            for (AnnotatedArticle article : table.table().articles()) {
                articles.add(article);
                labelled.add(encode(article, features, (float) table.weight(), teaching));
            }
        }
        unlabelled.stream()
                .map(article -> teaching.teach(article, features))
                .filter(sentences -> !sentences.isEmpty())
                .forEach(taught::add);
    }

    /** Whether any sentence has a label. */
    boolean isLabelled() {
        return labelled.stream().flatMap(List::stream).anyMatch(sentence -> sentence.weight() > 0);
    }

    /** The sentences of an epoch, on average. */
    int sentencesOfAnEpoch() {
        return sentences(labelled) + sentences(taught) * options.unlabelledPasses() / options.epochs();
    }

    private static int sentences(List<List<TrainingSentence>> articles) {
        return articles.stream().mapToInt(List::size).sum();
    }

    /**
     * The articles as an epoch sees them: the labelled ones, some in another wording, and its part of the others. The same
     * seed gives the same wordings.
     *
     * @param epoch counted from 1
     */
    List<List<TrainingSentence>> epoch(int epoch, long seed) {
        List<List<TrainingSentence>> seen = new ArrayList<>(labelled);
        augmentation.ifPresent(words -> reword(words, seen, new SplittableRandom(seed)));
        for (int i = 0; i < taught.size(); i++) {
            if (Math.floorMod(i - epoch + 1, options.epochs()) < options.unlabelledPasses()) {
                seen.add(taught.get(i));
            }
        }
        return seen;
    }

    private void reword(Augmentation words, List<List<TrainingSentence>> seen, SplittableRandom random) {
        for (int i = 0; i < seen.size(); i++) {
            if (random.nextDouble() < options.augment()) {
                AnnotatedArticle reworded = words.reword(articles.get(i), random.split());
                List<EncodedSentence> encoded = features.encode(reworded.article());
                List<TrainingSentence> sentences = new ArrayList<>(encoded.size());
                for (int s = 0; s < encoded.size(); s++) {
                    TrainingSentence original = seen.get(i).get(s);
                    sentences.add(new TrainingSentence(encoded.get(s), original.target(), original.weight()));
                }
                seen.set(i, sentences);
            }
        }
    }

    static List<TrainingSentence> encode(
            AnnotatedArticle article, FeatureExtractor features, float weight, Teaching teaching) {
        List<EncodedSentence> encoded = features.encode(article.article());
        float[][] targets = teaching.targets(article);
        List<TrainingSentence> sentences = new ArrayList<>(encoded.size());
        for (int i = 0; i < encoded.size(); i++) {
            boolean hasLabel = article.labels().get(i).isPresent();
            sentences.add(new TrainingSentence(encoded.get(i), targets[i], hasLabel ? weight : 0));
        }
        return sentences;
    }
}
