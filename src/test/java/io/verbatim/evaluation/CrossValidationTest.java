package io.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

    private static final List<AnnotatedArticle> ARTICLES = IntStream.range(0, 23)
            .mapToObj(i -> Articles.article(
                    (i % 3 == 0 ? "north/" : i % 3 == 1 ? "south/" : "east/") + i,
                    2,
                    IntStream.rangeClosed(0, i % 5)
                            .mapToObj(k -> "Line " + k + ".")
                            .toList(),
                    IntStream.rangeClosed(0, i % 5)
                            .mapToObj(k -> Optional.of(Label.NARRATIVE))
                            .toList()))
            .toList();

    /** Says direct with certainty of articles it was trained or tuned on, and narrative of all others. */
    private static final Trainer MEMORY = (train, dev, seed) -> {
        Set<String> known = new HashSet<>();
        train.forEach(a -> known.add(a.id()));
        dev.forEach(a -> known.add(a.id()));
        return article -> article.sentences().stream()
                .map(s -> known.contains(article.id()) ? new Probabilities(1, 0, 0) : new Probabilities(0, 0, 1))
                .toList();
    };

    @Test
    void should_label_every_article_by_a_classifier_that_never_saw_it() {
        // when
        List<ScoredArticle> scored =
                CrossValidation.byArticle(ARTICLES, 5, 1).run(ARTICLES, MEMORY, 0, 1, 2, Progress.NONE);

        // then
        assertThat(scored).extracting(ScoredArticle::gold).isEqualTo(ARTICLES);
        assertThat(scored)
                .allSatisfy(a -> assertThat(a.answers())
                        .allSatisfy(answer -> assertThat(answer.label()).contains(Label.NARRATIVE)));
    }

    @Test
    void should_train_on_all_the_others() {
        // given
        List<Integer> sizes = new ArrayList<>();
        Trainer counting = (train, dev, seed) -> {
            synchronized (sizes) {
                sizes.add(train.size() + dev.size());
            }
            return MEMORY.train(train, dev, seed);
        };

        // when
        CrossValidation.byArticle(ARTICLES, 23, 1).run(ARTICLES, counting, 0, 1, 2, Progress.NONE);

        // then
        assertThat(sizes).hasSize(23).containsOnly(22);
    }

    @Test
    void should_balance_folds() {
        List<List<Integer>> folds = CrossValidation.byArticle(ARTICLES, 5, 1).folds();

        assertThat(folds.stream().flatMap(List::stream).toList())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 23).boxed().toList());
        assertThat(folds)
                .allSatisfy(fold -> assertThat(fold.stream()
                                .mapToInt(a -> ARTICLES.get(a).labels().size())
                                .sum())
                        .isBetween(9, 18));
    }

    @Test
    void should_leave_out_one_publisher_at_a_time() {
        List<List<Integer>> folds = CrossValidation.byPublisher(ARTICLES).folds();

        assertThat(folds.stream()
                        .map(fold -> fold.stream()
                                .map(a -> Grouping.publisher(ARTICLES.get(a).id()))
                                .collect(Collectors.toSet()))
                        .toList())
                .containsExactly(Set.of("north"), Set.of("south"), Set.of("east"));
    }

    @Test
    void should_tell_progress_until_nothing_is_left() {
        List<Integer> done = new ArrayList<>();
        List<Duration> left = new ArrayList<>();

        CrossValidation.byArticle(ARTICLES, 4, 1).run(ARTICLES, MEMORY, 0, 1, 2, (d, total, elapsed, l) -> {
            assertThat(total).isEqualTo(4);
            done.add(d);
            left.add(l);
        });

        assertThat(done).containsExactly(1, 2, 3, 4);
        assertThat(left.get(3)).isEqualTo(Duration.ZERO);
    }

    @Test
    void should_pass_on_what_a_trainer_throws() {
        Trainer broken = (train, dev, seed) -> {
            throw new IllegalStateException("no memory left for this");
        };

        assertThatThrownBy(
                        () -> CrossValidation.byArticle(ARTICLES, 4, 1).run(ARTICLES, broken, 0, 1, 2, Progress.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no memory left for this");
    }

    @Test
    void should_refuse_impossible_folds() {
        assertThatThrownBy(() -> CrossValidation.byArticle(ARTICLES, 24, 1)).hasMessageContaining("24 folds");
        assertThatThrownBy(() -> CrossValidation.byPublisher(ARTICLES.subList(0, 1)))
                .hasMessageContaining("folds: 1");
    }

    @Test
    void should_learn_from_growing_parts_of_the_articles() {
        // given: a classifier that is right about as many articles as it learned from
        List<AnnotatedArticle> train = ARTICLES.subList(0, 20);

        // when
        LearningCurve curve = LearningCurve.of(
                MEMORY, train, List.of(), train, List.of(5, 10, 20), 1, new Bootstrap(10, 0.95, 1), 2, Progress.NONE);

        // then
        assertThat(curve.points()).extracting(LearningCurve.Point::articles).containsExactly(5, 10, 20);
        assertThat(curve.points())
                .allSatisfy(point -> assertThat(point.evaluation().confusion().predicted(Label.DIRECT))
                        .isEqualTo(point.sentences()));
        assertThat(curve.points().get(2).evaluation().confusion().correct()).isZero();
    }
}
