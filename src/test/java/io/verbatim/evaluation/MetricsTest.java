package io.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.article.Label;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MetricsTest {

    private static final Bootstrap FEW = new Bootstrap(10, 0.95, 1);

    @TestFactory
    @SuppressWarnings("unchecked")
    Stream<DynamicTest> should_equal_scikit_learn() throws IOException {
        List<Object> cases;
        try (InputStream in = Objects.requireNonNull(MetricsTest.class.getResourceAsStream("expected-metrics.json"))) {
            cases = JSON.std.listFrom(in);
        }
        assertThat(cases).hasSizeGreaterThan(20);
        return cases.stream()
                .map(c -> (Map<String, Object>) c)
                .map(c -> DynamicTest.dynamicTest(String.valueOf(c.get("name")), () -> {
                    // given
                    ScoredArticle article = Articles.scored(
                            "paper/one", ints(c, "gold"), ints(c, "predicted"), rows(c, "probabilities"));
                    Map<String, Object> expected = (Map<String, Object>) Objects.requireNonNull(c.get("expected"));

                    // when
                    Evaluation evaluation = Evaluation.of("model", List.of(article), List.of(), FEW);

                    // then
                    assertThat(expected).hasSize(Metric.values().length);
                    evaluation
                            .estimates()
                            .forEach((metric, estimate) -> assertThat(estimate.value())
                                    .as(metric.id())
                                    .isCloseTo(
                                            number(Objects.requireNonNull(expected.get(metric.id()))), within(1e-9)));
                }));
    }

    @Test
    void should_count_by_hand() {
        // given: 2 right direct, 1 paraphrase taken as narrative, 1 narrative right, 1 narrative abstained
        double[][] p = {{1, 0, 0}, {1, 0, 0}, {0, 0, 1}, {0, 0, 1}, {.4, .3, .3}};
        ScoredArticle article = Articles.scored("a", new int[] {0, 0, 1, 2, 2}, new int[] {0, 0, 2, 2, 3}, p);

        // when
        Confusion confusion =
                Evaluation.of("model", List.of(article), List.of(), FEW).confusion();

        // then
        assertThat(confusion.count(Label.PARAPHRASE, Label.NARRATIVE)).isEqualTo(1);
        assertThat(confusion.abstained(Label.NARRATIVE)).isEqualTo(1);
        assertThat(confusion.precision(Label.NARRATIVE)).isEqualTo(0.5);
        assertThat(confusion.recall(Label.NARRATIVE)).isEqualTo(0.5);
        assertThat(confusion.accuracy()).isEqualTo(0.6);
        assertThat(confusion.answeredAccuracy()).isEqualTo(0.75);
        assertThat(confusion.macroF1()).isCloseTo((1 + 0 + 0.5) / 3, within(1e-12));
        assertThat(confusion.microF1()).isCloseTo(6.0 / 9, within(1e-12));
    }

    @Test
    void should_tell_accuracy_for_every_coverage() {
        // given: the surest right, the next two tied with one right, the last wrong
        double[][] p = {{.9, .1, 0}, {.8, .2, 0}, {.8, .1, .1}, {.5, .3, .2}};
        ScoredArticle article = Articles.scored("a", new int[] {0, 0, 1, 1}, new int[] {0, 0, 0, 0}, p);

        // when
        List<Curves.Coverage> coverage = Evaluation.of("model", List.of(article), List.of(), FEW)
                .curves()
                .coverage();

        // then
        assertThat(coverage)
                .containsExactly(
                        new Curves.Coverage(.9, .25, 1),
                        new Curves.Coverage(.8, .75, 2 / 3.0),
                        new Curves.Coverage(.5, 1, .5));
    }

    @Test
    void should_put_probabilities_into_bins_by_their_upper_end() {
        assertThat(Curves.bin(1)).isEqualTo(14);
        assertThat(Curves.bin(0.5)).isEqualTo(7);
        assertThat(Curves.bin(0.6)).isEqualTo(8);
        assertThat(Curves.bin(0)).isZero();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static int[] ints(Map<String, Object> c, String name) {
        return ((List<?>) Objects.requireNonNull(c.get(name)))
                .stream().mapToInt(v -> ((Number) v).intValue()).toArray();
    }

    private static double[][] rows(Map<String, Object> c, String name) {
        return ((List<?>) Objects.requireNonNull(c.get(name)))
                .stream()
                        .map(row -> ((List<?>) row)
                                .stream().mapToDouble(MetricsTest::number).toArray())
                        .toArray(double[][]::new);
    }
}
