package io.verbatim.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.model.FeatureExtractor;
import io.verbatim.text.ArticleReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests {@link Teaching}. */
class TeachingTest {

    private static final float UNLABELLED_WEIGHT = 0.25f;
    private static final Article ARTICLE =
            new ArticleReader().readSentences("one", List.of(List.of("The bridge would open in May, she said.")));
    private static final AnnotatedArticle LABELLED = new AnnotatedArticle(
            ARTICLE, List.of(Optional.of(Label.PARAPHRASE)), List.of(new AnnotatedArticle.Row(2, "0", "0", List.of())));
    private static final FeatureExtractor FEATURES =
            new FeatureExtractor(VocabularyBuilder.of(List.of(ARTICLE), 1, 100, 8));

    @Test
    void should_teach_the_geometric_mean_of_the_teachers() {
        // sqrt(.2 * .05) : sqrt(.6 * .15) : sqrt(.2 * .8) = .1 : .3 : .4
        assertTaught(List.of(says(0.2, 0.6, 0.2), says(0.05, 0.15, 0.8)), 0.125f, 0.375f, 0.5f);
    }

    @Test
    void should_let_no_teacher_rule_out_a_label_alone() {
        // sqrt(1e-6 * 1e-6) : sqrt(1 * 1e-6) : sqrt(1e-6 * 1) = .001 : 1 : 1, where 0 would leave nothing
        assertTaught(List.of(says(0, 1, 0), says(0, 0, 1)), 0.0005f, 0.49975f, 0.49975f);
    }

    @Test
    void should_not_teach_an_article_that_one_teacher_does_not_know() {
        Teacher silent = new Teacher(Map.of("name", "silent"), article -> Optional.empty());

        Teaching teaching = new Teaching(List.of(silent, says(0.2, 0.6, 0.2)), 0.5, UNLABELLED_WEIGHT);

        assertThat(teaching.teach(ARTICLE, FEATURES)).isEmpty();
        assertThat(teaching.targets(LABELLED)).isEqualTo(new float[][] {{0, 1, 0}});
    }

    @Test
    void should_mix_labels_and_what_the_teachers_say() {
        float[][] targets = new Teaching(List.of(says(0.2, 0.6, 0.2)), 0.25, UNLABELLED_WEIGHT).targets(LABELLED);

        assertThat(targets[0]).containsExactly(new float[] {0.05f, 0.9f, 0.05f}, within(1e-6f));
        assertThat(Teaching.none().targets(LABELLED)).isEqualTo(new float[][] {{0, 1, 0}});
        assertThat(Teaching.none().teach(ARTICLE, FEATURES)).isEmpty();
    }

    private static void assertTaught(List<Teacher> teachers, float... target) {
        TrainingSentence taught = new Teaching(teachers, 0.5, UNLABELLED_WEIGHT)
                .teach(ARTICLE, FEATURES)
                .get(0);

        assertThat(taught.target()).containsExactly(target, within(1e-6f));
        assertThat(taught.weight()).isEqualTo(UNLABELLED_WEIGHT);
    }

    private static Teacher says(double direct, double paraphrase, double narrative) {
        return new Teacher(
                Map.of("name", "says"), article -> Optional.of(new double[][] {{direct, paraphrase, narrative}}));
    }
}
