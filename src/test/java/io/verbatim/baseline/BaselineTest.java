package io.verbatim.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.evaluation.Articles;
import io.verbatim.evaluation.Classifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineTest {

    private static final List<String> TOWNS = List.of("Ambridge", "Borsetshire", "Felpersham", "Loxley", "Penny");
    private static final List<AnnotatedArticle> TRAIN =
            IntStream.range(0, 30).mapToObj(i -> town(TOWNS.get(i % 5), i)).toList();

    @ParameterizedTest
    @EnumSource(names = {"NAIVE_BAYES", "RANDOM_FOREST", "MAXENT"})
    void should_learn_from_examples(Baseline baseline) {
        // given
        AnnotatedArticle unseen = Articles.article(
                "paper/new",
                2,
                List.of(
                        "“The road to Hollowdene is safe,” the mayor said.",
                        "The mayor said the road to Hollowdene was safe.",
                        "Traffic crossed Hollowdene."),
                List.of(Optional.empty(), Optional.empty(), Optional.empty()));

        // when
        Classifier classifier = baseline.trainer().train(TRAIN, TRAIN.subList(0, 5), 1);

        // then
        List<Probabilities> probabilities = classifier.classify(unseen.article());
        assertThat(probabilities)
                .extracting(Probabilities::best)
                .containsExactly(Label.DIRECT, Label.PARAPHRASE, Label.NARRATIVE);
        assertThat(probabilities)
                .allSatisfy(p ->
                        assertThat(p.direct() + p.paraphrase() + p.narrative()).isCloseTo(1, within(1e-9)));
    }

    @ParameterizedTest
    @EnumSource
    void should_give_the_same_with_the_same_seed(Baseline baseline) {
        Classifier one = baseline.trainer().train(TRAIN, List.of(), 5);
        Classifier two = baseline.trainer().train(TRAIN, List.of(), 5);

        assertThat(one.classify(TRAIN.get(0).article()))
                .isEqualTo(two.classify(TRAIN.get(0).article()));
    }

    @ParameterizedTest
    @EnumSource(names = {"NAIVE_BAYES", "RANDOM_FOREST", "MAXENT"})
    void should_name_a_label_that_nothing_was_learned_of(Baseline baseline) {
        List<AnnotatedArticle> train = List.of(Articles.article(
                "a",
                2,
                List.of("Rain fell.", "“Yes.”"),
                List.of(Optional.of(Label.NARRATIVE), Optional.of(Label.DIRECT))));

        assertThatThrownBy(() -> baseline.trainer().train(train, List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no sentence is labelled paraphrase");
    }

    @ParameterizedTest
    @EnumSource
    void should_label_an_article_of_unknown_words(Baseline baseline) {
        AnnotatedArticle unseen = Articles.article("x", 2, List.of("Zzz qqq."), List.of(Optional.empty()));

        Probabilities p = baseline.trainer()
                .train(TRAIN, List.of(), 1)
                .classify(unseen.article())
                .get(0);

        assertThat(p.direct() + p.paraphrase() + p.narrative()).isCloseTo(1, within(1e-9));
    }

    @Test
    void should_give_the_shares_of_training() {
        Probabilities p = Baseline.MAJORITY
                .trainer()
                .train(TRAIN, List.of(), 1)
                .classify(TRAIN.get(0).article())
                .get(0);

        assertThat(p).isEqualTo(new Probabilities(0.25, 0.25, 0.5));
    }

    @Test
    void should_follow_the_rules() {
        AnnotatedArticle article = Articles.article(
                "a",
                2,
                List.of(
                        "“Rain is coming,” she said.",
                        "She said a “storm” was coming.",
                        "Rain fell on the “Old Town” festival for hours.",
                        "According to the council, roads are closed.",
                        "They stood “where he said he would be” all day long until it got dark."),
                List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(labels(Baseline.MARKS, article))
                .containsExactly(Label.DIRECT, Label.NARRATIVE, Label.NARRATIVE, Label.NARRATIVE, Label.NARRATIVE);
        assertThat(labels(Baseline.RULE, article))
                .containsExactly(Label.DIRECT, Label.PARAPHRASE, Label.NARRATIVE, Label.PARAPHRASE, Label.NARRATIVE);
    }

    @Test
    void should_be_found_by_its_name() {
        assertThat(Baseline.of("naive-bayes")).contains(Baseline.NAIVE_BAYES);
        assertThat(Baseline.of("bayes")).isEmpty();
        assertThat(Baseline.ids()).startsWith("majority, marks, rule");
    }

    private static List<Label> labels(Baseline baseline, AnnotatedArticle article) {
        return baseline.trainer().train(TRAIN, List.of(), 1).classify(article.article()).stream()
                .map(Probabilities::best)
                .toList();
    }

    private static AnnotatedArticle town(String town, int i) {
        return Articles.article(
                "paper/" + i,
                2,
                List.of(
                        "“The road to " + town + " is safe,” the mayor said.",
                        "The mayor said the road to " + town + " was safe.",
                        "Traffic crossed " + town + ".",
                        "The market in " + town + " opened at noon."),
                List.of(
                        Optional.of(Label.DIRECT),
                        Optional.of(Label.PARAPHRASE),
                        Optional.of(Label.NARRATIVE),
                        Optional.of(Label.NARRATIVE)));
    }
}
