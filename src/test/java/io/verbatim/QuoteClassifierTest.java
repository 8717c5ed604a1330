package io.verbatim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verbatim.article.Article;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.model.Models;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuoteClassifierTest {

    private static final String TEXT = "The minister said so.\n\n\u201CIt is over,\u201D the minister said. Rain fell.";

    private final QuoteClassifier classifier = QuoteClassifier.of(Models.small(1));

    @Test
    void should_give_offsets_into_the_callers_text() {
        LabelledArticle labelled = classifier.label(TEXT);

        assertThat(labelled.sentences()).hasSize(3);
        for (LabelledSentence sentence : labelled.sentences()) {
            assertThat(TEXT.substring(sentence.start(), sentence.end())).isEqualTo(sentence.text());
        }
        assertThat(labelled.sentences().get(1).quotations()).hasSize(1);
    }

    @Test
    void should_give_the_article_back() {
        LabelledArticle labelled = classifier.label("a/b", TEXT);

        Article article = labelled.article();

        assertThat(article.id()).isEqualTo("a/b");
        assertThat(article.paragraphs()).hasSize(2);
        assertThat(classifier.label(article)).isEqualTo(labelled);
    }

    @Test
    void should_abstain_below_a_probability() {
        LabelledArticle never = classifier.label(TEXT);
        LabelledArticle always = classifier.abstainingBelow(1).label(TEXT);

        assertThat(never.sentences()).allMatch(sentence -> sentence.label().isPresent());
        assertThat(always.sentences()).allMatch(sentence -> sentence.label().isEmpty());
        assertThat(always.sentences())
                .extracting(LabelledSentence::probabilities)
                .isEqualTo(never.sentences().stream()
                        .map(LabelledSentence::probabilities)
                        .toList());
        assertThatIllegalArgumentException().isThrownBy(() -> classifier.abstainingBelow(Double.NaN));
    }

    @Test
    void should_label_a_stream_in_its_order() {
        ArticleReader reader = new ArticleReader();
        List<Article> articles =
                Stream.of("a", "b", "c").map(id -> reader.read(id, TEXT)).toList();

        assertThat(classifier.label(articles.stream().parallel()).map(LabelledArticle::id))
                .containsExactly("a", "b", "c");
    }

    @Test
    void should_give_sixteen_threads_the_same_to_the_bit() throws Exception {
        List<Article> articles = articles();
        QuoteClassifier shared = QuoteClassifier.of(Models.small(9));
        List<LabelledArticle> alone = articles.stream()
                .map(QuoteClassifier.of(Models.small(9))::label)
                .toList();
        Callable<List<LabelledArticle>> work =
                () -> articles.stream().map(shared::label).toList();

        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<List<LabelledArticle>>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(work);
            }
            for (Future<List<LabelledArticle>> each : threads.invokeAll(all)) {
                List<LabelledArticle> labelled = each.get();
                for (int i = 0; i < labelled.size(); i++) {
                    assertThat(probabilities(labelled.get(i))).isEqualTo(probabilities(alone.get(i)));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Probabilities> probabilities(LabelledArticle article) {
        return article.sentences().stream().map(LabelledSentence::probabilities).toList();
    }

    private static List<Article> articles() throws IOException {
        return new TableReader(new ArticleReader(), Unlabelled.REFUSE)
                .read(Path.of("data/dev.csv")).articles().stream()
                        .map(AnnotatedArticle::article)
                        .toList();
    }

    @Test
    void should_give_equal_results_for_equal_texts() {
        QuoteClassifier classifier = QuoteClassifier.of(Models.small(1));
        String text = "“It is over,” the minister said.\n\nRain fell.";

        assertThat(classifier.label(text)).isEqualTo(classifier.label(text)).hasSameHashCodeAs(classifier.label(text));
        assertThat(classifier.label(text)).isNotEqualTo(classifier.label(" " + text));
    }
}
