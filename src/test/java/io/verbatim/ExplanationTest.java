package io.verbatim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.model.Model;
import io.verbatim.model.Models;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final double EXACT = 1e-4;

    private final QuoteClassifier classifier = QuoteClassifier.of(Models.small(4));

    @Test
    void should_sum_to_the_change_in_log_odds_on_200_sentences() throws IOException {
        List<AnnotatedArticle> articles = new TableReader(new ArticleReader(), Unlabelled.REFUSE)
                .read(Path.of("data/dev.csv"))
                .articles();
        QuoteClassifier ensemble = QuoteClassifier.of(ensemble());

        int explained = 0;
        for (AnnotatedArticle article : articles) {
            LabelledArticle labelled = ensemble.label(article.article());
            for (LabelledSentence sentence : labelled.sentences()) {
                Explanation explanation = ensemble.explain(labelled, sentence.position());

                double p = sentence.probabilities().of(explanation.label());
                assertThat(explanation.score()).isCloseTo(Math.log(p / (1 - p)), offset(EXACT));
                assertThat(explanation.sum()).isCloseTo(explanation.score() - explanation.baseline(), offset(EXACT));
                explained++;
            }
            if (explained >= 200) {
                break;
            }
        }
        assertThat(explained).isGreaterThanOrEqualTo(200);
    }

    @Test
    void should_start_from_the_same_blank_sentence() {
        LabelledArticle labelled = classifier.label("", List.of(List.of("Rain fell.")));
        LabelledArticle other = classifier.label("", List.of(List.of("The minister said it.")));

        Explanation first = classifier.explain(labelled, 0, Label.NARRATIVE);
        Explanation second = classifier.explain(other, 0, Label.NARRATIVE);

        assertThat(first.baseline()).isEqualTo(second.baseline());
        assertThat(first.neighbours()).isZero();
    }

    @Test
    void should_give_neighbours_a_part() {
        LabelledArticle labelled =
                classifier.label("", List.of(List.of("The minister said so.", "Rain fell.", "He left.")));

        assertThat(classifier.explain(labelled, 1).neighbours()).isNotZero();
    }

    @Test
    void should_name_words_and_features() {
        LabelledArticle labelled = classifier.label("\u201CIt is over,\u201D the minister said.");

        Explanation explanation = classifier.explain(labelled, 0);

        assertThat(explanation.words()).extracting(Explanation.Word::text).contains("minister", "said", ".");
        Explanation.Word minister = explanation.words().stream()
                .filter(word -> word.text().equals("minister"))
                .findFirst()
                .orElseThrow();
        assertThat(labelled.sentences().get(0).text().substring(minister.start(), minister.end()))
                .isEqualTo("minister");
        assertThat(explanation.features())
                .extracting(Explanation.Feature::name)
                .contains("begins with a quotation")
                .doesNotHaveDuplicates();
        assertThat(contribution(explanation, "ends with a question mark")).isZero();
        assertThat(contribution(explanation, "is the first of the article")).isNotZero();
        assertThat(explanation.strongestWords(2)).hasSize(2);
    }

    @Test
    void should_explain_a_sentence_without_tokens() {
        LabelledArticle labelled = classifier.label("", List.of(List.of(" ")));

        Explanation explanation = classifier.explain(labelled, 0);

        assertThat(explanation.sum()).isCloseTo(explanation.score() - explanation.baseline(), offset(EXACT));
    }

    @Test
    void should_refuse_a_sentence_that_is_not_there() {
        LabelledArticle labelled = classifier.label("Rain fell.");

        assertThatThrownBy(() -> classifier.explain(labelled, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static double contribution(Explanation explanation, String feature) {
        return explanation.features().stream()
                .filter(each -> each.name().equals(feature))
                .findFirst()
                .orElseThrow()
                .contribution();
    }

    private static Model ensemble() {
        Model first = Models.small(1);
        Map<String, Object> fields = new LinkedHashMap<>(first.manifest().fields());
        return Model.of(
                fields,
                first.architecture(),
                first.vocabulary(),
                1.5,
                List.of(first.member(0), Models.small(2).member(0)));
    }
}
