package io.verbatim.evaluation;

import io.verbatim.corpus.AnnotatedArticle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * How a classifier improves with the number of articles it learns from. Immutable.
 *
 * @param points in the order of the sizes asked for
 */
public record LearningCurve(List<Point> points) {

    /**
     * One training.
     *
     * @param articles how many it learned from
     * @param sentences how many sentences these have
     * @param evaluation of the test articles
     */
    public record Point(int articles, long sentences, Evaluation evaluation) {}

    public LearningCurve {
        points = List.copyOf(points);
    }

    /**
     * Trains on growing parts of some articles; a larger part holds every smaller one.
     *
     * @param trainer learns each classifier
     * @param train the articles to take parts of, shuffled by the seed
     * @param dev to choose by
     * @param test the articles to score
     * @param sizes numbers of training articles, each from 1 to all
     * @param seed of the shuffling and every training
     * @param bootstrap how the intervals are drawn
     * @param threads how many are trained at once
     * @param progress told after each training
     */
    @SuppressWarnings("TooManyParameters")
    public static LearningCurve of(
            Trainer trainer,
            List<AnnotatedArticle> train,
            List<AnnotatedArticle> dev,
            List<AnnotatedArticle> test,
            List<Integer> sizes,
            long seed,
            Bootstrap bootstrap,
            int threads,
            Progress progress) {
        List<AnnotatedArticle> shuffled = new ArrayList<>(train);
        Collections.shuffle(shuffled, new Random(seed));
        List<Callable<Point>> parts = new ArrayList<>();
        List<Long> costs = new ArrayList<>();
        for (int size : sizes) {
            if (size < 1 || size > shuffled.size()) {
                throw new IllegalArgumentException("sizes: " + size + " of " + shuffled.size() + " articles");
            }
            List<AnnotatedArticle> part = List.copyOf(shuffled.subList(0, size));
            long sentences = CrossValidation.sentences(part);
            costs.add(sentences);
            parts.add(() -> {
                Classifier classifier = trainer.train(part, dev, seed);
                List<ScoredArticle> scored = ScoredArticle.all(test, classifier, 0);
                return new Point(size, sentences, Evaluation.of(size + " articles", scored, List.of(), bootstrap));
            });
        }
        return new LearningCurve(Workers.run(parts, costs, threads, progress));
    }
}
