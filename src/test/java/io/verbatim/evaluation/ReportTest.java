package io.verbatim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(50, 0.95, 1);
    private static final String HOSTILE =
            "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> & \"' \u2028";

    @Test
    void should_refer_to_nothing_outside() {
        String page = report().html();

        assertThat(page)
                .doesNotContainPattern("(?i)https?:")
                .doesNotContainPattern("(?i)<(link|img|iframe|object|embed|base)\\b")
                .doesNotContainPattern("(?i)\\b(src|href|action|xlink:href)\\s*=")
                .doesNotContainPattern("(?i)url\\(|@import|fetch\\(|XMLHttpRequest|WebSocket");
        assertThat(page).startsWith("<!DOCTYPE html>").contains("prefers-color-scheme: dark", "@media print");
    }

    @Test
    void should_escape_hostile_text() throws IOException {
        // given
        ScoredArticle article = new ScoredArticle(
                Articles.article(
                        HOSTILE + "/a",
                        2,
                        List.of(HOSTILE, "Rain fell."),
                        List.of(Optional.of(Label.DIRECT), Optional.of(Label.NARRATIVE))),
                List.of(Answer.of(new Probabilities(0, 0, 1), 0), Answer.of(new Probabilities(0, 0, 1), 0)));
        Evaluation evaluation = Evaluation.of(HOSTILE, List.of(article), Grouping.standard(), BOOTSTRAP);

        // when
        String page = Report.of(HOSTILE, List.of(evaluation, evaluation)).html();

        // then
        assertThat(page).doesNotContain("<script>alert", "<img", "<!-- ");
        assertThat(Pattern.compile("</script>").matcher(page).results().count()).isEqualTo(2);
        Map<?, ?> error = (Map<?, ?>) errors(page).get(0);
        assertThat(error.get("article")).isEqualTo(HOSTILE + "/a");
        assertThat((List<?>) error.get("sentences")).first().isEqualTo(HOSTILE);
    }

    @Test
    void should_list_errors_with_context_and_the_most_confident_first() throws IOException {
        // given: of six sentences, the first and the fourth are wrong, the fourth more confidently
        List<String> texts = List.of("A.", "B.", "C.", "D.", "E.", "F.");
        List<Optional<Label>> labels = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            labels.add(Optional.of(i == 0 || i == 3 ? Label.PARAPHRASE : Label.NARRATIVE));
            double p = i == 0 ? 0.6 : 0.9;
            answers.add(Answer.of(new Probabilities(0, 1 - p, p), 0));
        }
        ScoredArticle article = new ScoredArticle(Articles.article("a/b", 2, texts, labels), answers);

        // when
        String page = Report.of("t", List.of(Evaluation.of("m", List.of(article), List.of(), BOOTSTRAP)))
                .html();

        // then
        List<Object> errors = errors(page);
        assertThat(errors).hasSize(2);
        Map<?, ?> first = (Map<?, ?>) errors.get(0);
        assertThat(first.get("gold")).isEqualTo("paraphrase");
        assertThat(first.get("predicted")).isEqualTo("narrative");
        assertThat(first.get("line")).isEqualTo(5);
        assertThat(first.get("sentences")).isEqualTo(List.of("B.", "C.", "D.", "E.", "F."));
        assertThat(first.get("at")).isEqualTo(2);
        Map<?, ?> second = (Map<?, ?>) errors.get(1);
        assertThat(second.get("sentences")).isEqualTo(List.of("A.", "B.", "C."));
        assertThat(second.get("at")).isEqualTo(0);
    }

    @Test
    void should_write_json_that_says_what_the_evaluation_says() throws IOException {
        Report report = report();

        Map<String, Object> json = JSON.std.mapFrom(report.json());

        assertThat(json).containsEntry("format", 1).containsKeys("title", "bootstrap", "evaluations", "comparison");
        Map<?, ?> first = (Map<?, ?>) ((List<?>) Objects.requireNonNull(json.get("evaluations"))).get(0);
        Map<?, ?> metrics = (Map<?, ?>) Objects.requireNonNull(first.get("metrics"));
        report.main()
                .estimates()
                .forEach((metric, estimate) -> assertThat(metrics.get(metric.id()))
                        .isEqualTo(Map.of("value", estimate.value(), "low", estimate.low(), "high", estimate.high())));
        Map<?, ?> confusion = (Map<?, ?>) Objects.requireNonNull(first.get("confusion"));
        List<?> row = (List<?>) ((List<?>) Objects.requireNonNull(confusion.get("counts"))).get(1);
        assertThat(row).element(2).isEqualTo((int) report.main().confusion().count(Label.PARAPHRASE, Label.NARRATIVE));
        assertThat((List<?>) json.get("comparison")).hasSize(1);
    }

    @Test
    void should_align_the_columns_of_text() {
        Columns columns = new Columns("label", "F1");
        columns.add(List.of("a", "0.5"));
        columns.add(List.of("paraphrase", "−0.25"));

        assertThat(columns.toString()).isEqualTo("label          F1\na             0.5\nparaphrase  −0.25\n");
    }

    @Test
    void should_tell_every_part_in_text() {
        assertThat(report().text())
                .contains("one on 300 sentences of 30 articles", "gold \\ predicted", "macro-f1", "by publisher")
                .contains("one − two", "McNemar");
    }

    @Test
    void should_render_answers_without_probabilities() {
        // given
        List<ScoredArticle> articles = Articles.random(12, 5, 0.8, 1).stream()
                .map(a -> new ScoredArticle(
                        a.gold(),
                        a.answers().stream()
                                .map(answer -> new Answer(answer.label(), Optional.empty()))
                                .toList()))
                .toList();

        // when
        Report report = Report.of("t", List.of(Evaluation.of("m", articles, Grouping.standard(), BOOTSTRAP)));

        // then
        assertThat(report.html()).doesNotContain("<svg").contains("Confusion");
        assertThat(report.text()).doesNotContain("log-loss");
        assertThat(report.json()).doesNotContain("log-loss");
    }

    private static Report report() {
        return Report.of(
                "gold.csv",
                List.of(
                        Evaluation.of("one", Articles.random(30, 10, 0.8, 1), Grouping.standard(), BOOTSTRAP),
                        Evaluation.of("two", Articles.random(30, 10, 0.8, 1), List.of(), BOOTSTRAP)));
    }

    private static List<Object> errors(String page) throws IOException {
        Matcher matcher = Pattern.compile(
                        "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        return JSON.std.listFrom(matcher.group(1));
    }
}
