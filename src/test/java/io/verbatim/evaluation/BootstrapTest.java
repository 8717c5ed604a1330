package io.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final int ARTICLES = 100;
    private static final int SENTENCES = 20;

    @Test
    void should_cover_the_truth_as_often_as_it_says() {
        // given: articles whose accuracies are spread evenly from .7 to 1, so that .85 is the truth
        double truth = 0.85;
        int repetitions = 1000;

        // when
        long covered = IntStream.range(0, repetitions)
                .parallel()
                .filter(repetition -> {
                    Sums sums = Sums.of(sample(repetition));
                    Bootstrap bootstrap = new Bootstrap(1000, 0.95, repetition);
                    double[] replicates = bootstrap.replicates(sums, List.of(Metric.ACCURACY))[0];
                    Estimate estimate = bootstrap.estimate(Metric.ACCURACY.of(sums.all()), replicates);
                    return estimate.low() <= truth && truth <= estimate.high();
                })
                .count();

        // then
        assertThat(covered / (double) repetitions).isBetween(0.92, 0.97);
    }

    @Test
    void should_give_the_same_intervals_whatever_the_threads() throws Exception {
        // given
        List<ScoredArticle> articles = Articles.random(30, 10, 0.8, 3);

        // when
        Evaluation one = evaluateWith(1, articles);
        Evaluation four = evaluateWith(4, articles);

        // then
        assertThat(one.estimates()).isEqualTo(four.estimates());
    }

    @Test
    void should_draw_other_articles_with_another_seed() {
        List<ScoredArticle> articles = Articles.random(30, 10, 0.8, 3);

        Evaluation one = Evaluation.of("m", articles, List.of(), new Bootstrap(200, 0.95, 1));
        Evaluation two = Evaluation.of("m", articles, List.of(), new Bootstrap(200, 0.95, 2));

        assertThat(one.estimates()).isNotEqualTo(two.estimates());
    }

    @Test
    void should_score_a_draw_as_if_its_articles_stood_there_as_often() {
        // given: 3 articles, drawn 2, 0 and 1 times
        List<ScoredArticle> articles = Articles.random(3, 15, 0.7, 5);
        List<ScoredArticle> drawn = List.of(articles.get(0), articles.get(0), articles.get(2));

        // when
        Sample weighted = Sums.of(Outcomes.of(Scored.of(articles), 3)).draw(new int[] {2, 0, 1});
        Sample repeated = Sums.of(Outcomes.of(Scored.of(drawn), 3)).all();

        // then
        for (Metric metric : Metric.values()) {
            assertThat(metric.of(weighted)).as(metric.id()).isCloseTo(metric.of(repeated), within(1e-12));
        }
    }

    @Test
    void should_interpolate_quantiles() {
        double[] sorted = {1, 2, 3, 4};
        assertThat(Bootstrap.quantile(sorted, 0)).isEqualTo(1);
        assertThat(Bootstrap.quantile(sorted, 1)).isEqualTo(4);
        assertThat(Bootstrap.quantile(sorted, 0.5)).isEqualTo(2.5);
    }

    @Test
    void should_evaluate_10000_sentences_within_a_minute() {
        List<ScoredArticle> articles = Articles.random(500, 20, 0.85, 7);

        long start = System.nanoTime();
        Evaluation.of("m", articles, Grouping.standard(), Bootstrap.DEFAULT);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    }

    private static Evaluation evaluateWith(int threads, List<ScoredArticle> articles) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> Evaluation.of("m", articles, Grouping.standard(), new Bootstrap(200, 0.95, 1)))
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    private static Outcomes sample(long seed) {
        SplittableRandom random = new SplittableRandom(seed * 7919 + 17);
        int n = ARTICLES * SENTENCES;
        int[] article = new int[n];
        int[] gold = new int[n];
        int[] predicted = new int[n];
        Arrays.fill(gold, 2);
        double accuracy = 0;
        for (int i = 0; i < n; i++) {
            if (i % SENTENCES == 0) {
                accuracy = 0.7 + 0.3 * random.nextDouble();
            }
            article[i] = i / SENTENCES;
            predicted[i] = random.nextDouble() < accuracy ? 2 : 1;
        }
        return new Outcomes(ARTICLES, article, gold, predicted, new double[0]);
    }
}
