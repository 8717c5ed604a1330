package io.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verbatim.article.Label;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(500, 0.95, 1);

    @Test
    void should_see_that_a_perfect_classifier_is_better() {
        // given
        List<ScoredArticle> articles = Articles.random(40, 10, 0.8, 1);
        List<ScoredArticle> perfect = articles.stream()
                .map(a -> new ScoredArticle(
                        a.gold(),
                        a.gold().labels().stream()
                                .map(l -> new Answer(l, Optional.empty()))
                                .toList()))
                .toList();
        Evaluation better = Evaluation.of("perfect", perfect, List.of(), BOOTSTRAP);
        Evaluation worse = Evaluation.of("worse", articles, List.of(), BOOTSTRAP);

        // when
        Comparison.Pair pair = Comparison.of(List.of(better, worse)).pairs().get(0);

        // then
        assertThat(pair.differences()).allSatisfy(d -> {
            assertThat(d.estimate().low()).isPositive();
            assertThat(d.p()).isCloseTo(2.0 / 501, within(1e-12));
        });
        assertThat(pair.mcNemar().secondOnly()).isZero();
        assertThat(pair.mcNemar().firstOnly())
                .isEqualTo(worse.confusion().total() - worse.confusion().correct());
    }

    @Test
    void should_see_no_difference_of_a_classifier_to_itself() {
        Evaluation one = Evaluation.of("one", Articles.random(20, 10, 0.8, 1), List.of(), BOOTSTRAP);

        Comparison.Pair pair = Comparison.of(List.of(one, one)).pairs().get(0);

        assertThat(pair.differences()).allSatisfy(d -> {
            assertThat(d.estimate()).isEqualTo(new Estimate(0, 0, 0));
            assertThat(d.p()).isEqualTo(1);
        });
        assertThat(pair.mcNemar().p()).isEqualTo(1);
    }

    @Test
    void should_test_exactly() {
        // 2 · (1 + 10 + 45) / 2¹⁰
        assertThat(Comparison.McNemar.of(2, 8).p()).isCloseTo(0.109375, within(1e-9));
        assertThat(Comparison.McNemar.of(8, 2).p()).isCloseTo(0.109375, within(1e-9));
        assertThat(Comparison.McNemar.of(5, 5).p()).isEqualTo(1);
        assertThat(Comparison.McNemar.of(0, 0).p()).isEqualTo(1);
    }

    @Test
    void should_refuse_other_sentences() {
        Evaluation one = Evaluation.of("one", Articles.random(20, 10, 0.8, 1), List.of(), BOOTSTRAP);
        Evaluation other = Evaluation.of("other", Articles.random(20, 10, 0.8, 2), List.of(), BOOTSTRAP);

        assertThatThrownBy(() -> Comparison.of(List.of(one, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one and other are not of the same sentences");
    }

    @Test
    void should_break_down_by_group() {
        // given: two publishers, 10 articles each, and one article without labels
        List<ScoredArticle> articles = Articles.random(20, 10, 0.8, 1);

        // when
        Evaluation evaluation = Evaluation.of("m", articles, Grouping.standard(), BOOTSTRAP);

        // then
        Breakdown publishers = evaluation.breakdowns().get(0);
        assertThat(publishers.groups()).extracting(Breakdown.Group::key).containsExactly("north", "south");
        assertThat(publishers.groups()).allSatisfy(g -> {
            assertThat(g.sentences()).isEqualTo(100);
            assertThat(g.articles()).isEqualTo(10);
            assertThat(g.macroF1()).isPresent();
        });
        long right = publishers.groups().stream()
                .mapToLong(g -> g.confusion().correct())
                .sum();
        assertThat(right).isEqualTo(evaluation.confusion().correct());
    }

    @Test
    void should_give_no_interval_of_few_articles() {
        Evaluation evaluation =
                Evaluation.of("m", Articles.random(18, 10, 0.8, 1), List.of(Grouping.byPublisher()), BOOTSTRAP);

        assertThat(evaluation.breakdowns().get(0).groups())
                .allSatisfy(g -> assertThat(g.accuracy()).isEmpty());
    }

    @Test
    void should_leave_sentences_without_label_uncounted() {
        ScoredArticle article = new ScoredArticle(
                Articles.article(
                        "a/b", 2, List.of("One.", "Two."), List.of(Optional.empty(), Optional.of(Label.DIRECT))),
                List.of(
                        new Answer(Optional.of(Label.NARRATIVE), Optional.empty()),
                        new Answer(Optional.of(Label.DIRECT), Optional.empty())));

        Evaluation evaluation = Evaluation.of("m", List.of(article), List.of(), BOOTSTRAP);

        assertThat(evaluation.confusion().total()).isEqualTo(1);
        assertThat(evaluation.confusion().accuracy()).isEqualTo(1);
        assertThat(evaluation.estimate(Metric.LOG_LOSS)).isEmpty();
    }
}
