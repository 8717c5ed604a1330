package io.verbatim.evaluation;

import io.verbatim.corpus.AnnotatedArticle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * Trains on all folds of some articles but one and labels that one, for each in turn; so every article is labelled by
 * a classifier that never saw it. Articles are never split. Immutable.
 *
 * @param folds the articles of each fold by position, each article in one fold
 */
public record CrossValidation(List<List<Integer>> folds) {

    /** The share of the training articles of a fold that its trainer gets to choose by. */
    private static final double DEV = 0.1;

    public CrossValidation {
        folds = folds.stream().map(List::copyOf).toList();
        if (folds.size() < 2) {
            throw new IllegalArgumentException("folds: " + folds.size() + ", must be at least 2");
        }
    }

    /**
     * Folds of about equally many sentences, articles of each publisher spread over them.
     *
     * @param count how many, at least 2 and at most as many as articles
     */
    public static CrossValidation byArticle(List<AnnotatedArticle> articles, int count, long seed) {
        if (count < 2 || count > articles.size()) {
            throw new IllegalArgumentException(
                    "count: " + count + " folds of " + articles.size() + " articles, must be 2 to that");
        }
        List<List<Integer>> folds = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            folds.add(new ArrayList<>());
        }
        long[] sentences = new long[count];
        Random random = new Random(seed);
        int next = 0;
        for (List<Integer> publisher : byPublisherPositions(articles).values()) {
            List<Integer> shuffled = new ArrayList<>(publisher);
            Collections.shuffle(shuffled, random);
            for (int start = 0; start < shuffled.size(); ) {
                boolean[] taken = new boolean[count];
                for (int given = 0; given < count && start < shuffled.size(); given++, start++) {
                    int fold = smallest(sentences, taken, next);
                    int article = shuffled.get(start);
                    folds.get(fold).add(article);
                    taken[fold] = true;
                    sentences[fold] += articles.get(article).labels().size();
                }
            }
            next = (next + 1) % count;
        }
        folds.forEach(Collections::sort);
        return new CrossValidation(folds);
    }

    /** One fold for each publisher: how well a classifier does on a newsroom it never read. */
    public static CrossValidation byPublisher(List<AnnotatedArticle> articles) {
        return new CrossValidation(
                new ArrayList<>(byPublisherPositions(articles).values()));
    }

    /**
     * The articles with the answers of classifiers that never saw them, in the articles' order.
     *
     * @param articles those of which the folds were made
     * @param trainer learns each fold's classifier
     * @param abstain the probability below which a sentence is left without label; 0 labels all
     * @param seed the trainer of fold {@code f} gets {@code seed + f}
     * @param threads how many folds are trained at once
     * @param progress told after each fold
     */
    public List<ScoredArticle> run(
            List<AnnotatedArticle> articles,
            Trainer trainer,
            double abstain,
            long seed,
            int threads,
            Progress progress) {
        List<Callable<List<ScoredArticle>>> parts = new ArrayList<>();
        List<Long> costs = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            boolean[] held = new boolean[articles.size()];
            folds.get(f).forEach(a -> held[a] = true);
            List<AnnotatedArticle> rest = new ArrayList<>();
            List<AnnotatedArticle> test = new ArrayList<>();
            for (int a = 0; a < articles.size(); a++) {
                (held[a] ? test : rest).add(articles.get(a));
            }
            long foldSeed = seed + f;
            Split split = Split.of(rest, DEV, foldSeed);
            parts.add(() -> {
                Classifier classifier = trainer.train(split.train(), split.dev(), foldSeed);
                return test.stream()
                        .map(article -> ScoredArticle.of(article, classifier, abstain))
                        .toList();
            });
            costs.add(sentences(split.train()));
        }
        List<List<ScoredArticle>> scored = Workers.run(parts, costs, threads, progress);
        ScoredArticle[] inOrder = new ScoredArticle[articles.size()];
        for (int f = 0; f < folds.size(); f++) {
            for (int i = 0; i < folds.get(f).size(); i++) {
                inOrder[folds.get(f).get(i)] = scored.get(f).get(i);
            }
        }
        return Arrays.asList(inOrder);
    }

    static long sentences(List<AnnotatedArticle> articles) {
        return articles.stream().mapToLong(a -> a.labels().size()).sum();
    }

    private static Map<String, List<Integer>> byPublisherPositions(List<AnnotatedArticle> articles) {
        Map<String, List<Integer>> positions = new LinkedHashMap<>();
        for (int a = 0; a < articles.size(); a++) {
            positions
                    .computeIfAbsent(Grouping.publisher(articles.get(a).id()), k -> new ArrayList<>())
                    .add(a);
        }
        return positions;
    }

    private static int smallest(long[] sentences, boolean[] taken, int first) {
        int best = -1;
        for (int i = 0; i < sentences.length; i++) {
            int fold = (first + i) % sentences.length;
            if (!taken[fold] && (best < 0 || sentences[fold] < sentences[best])) {
                best = fold;
            }
        }
        return best;
    }

    /**
     * Articles to learn from and articles to choose by.
     *
     * @param train to learn from
     * @param dev to choose by
     */
    private record Split(List<AnnotatedArticle> train, List<AnnotatedArticle> dev) {

        static Split of(List<AnnotatedArticle> articles, double share, long seed) {
            List<AnnotatedArticle> shuffled = new ArrayList<>(articles);
            Collections.shuffle(shuffled, new Random(seed));
            int dev = shuffled.size() < 2 ? 0 : Math.max(1, (int) Math.floor(shuffled.size() * share));
            return new Split(
                    List.copyOf(shuffled.subList(dev, shuffled.size())), List.copyOf(shuffled.subList(0, dev)));
        }
    }
}
