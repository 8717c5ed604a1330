package io.verbatim.corpus;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.article.Label;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as text and as JSON.
 *
 * @param agreement what is reported
 * @param shown the most differing sentences that are shown
 */
public record AgreementReport(Agreement agreement, int shown) {

    /** The figures, the confusion matrix and the first differing sentences. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        line(text, "%d sentences of %d articles labelled in both", agreement.sentences(), agreement.articles());
        line(
                text,
                "not matched: %d only in A, %d only in B; without a label in one of them: %d",
                agreement.onlyInA(),
                agreement.onlyInB(),
                agreement.unlabelled());
        line(text, "observed agreement  %s", figure(agreement.observed()));
        String interval = agreement.kappaLow().isPresent()
                ? "95 % interval " + figure(agreement.kappaLow()) + " to " + figure(agreement.kappaHigh())
                : "no interval from fewer than two articles";
        line(text, "Cohen's kappa       %s  (%s)", figure(agreement.kappa()), interval);
        line(text, "");
        line(text, "%-12s %9s  %10s %10s %10s", "A \\ B", "agreement", "direct", "paraphrase", "narrative");
        for (Label a : Label.all()) {
            line(
                    text,
                    "%-12s %9s  %10d %10d %10d",
                    a,
                    figure(agreement.positiveAgreement(a)),
                    agreement.count(a, Label.DIRECT),
                    agreement.count(a, Label.PARAPHRASE),
                    agreement.count(a, Label.NARRATIVE));
        }
        List<LabelPair> differing = agreement.differing();
        line(text, "");
        line(text, "%d sentences differ", differing.size());
        for (LabelPair pair : differing.subList(0, Math.min(shown, differing.size()))) {
            line(
                    text,
                    "%s %s/%s  %s | %s  %s",
                    pair.article(),
                    pair.row().paragraph(),
                    pair.row().sentence(),
                    pair.a().orElseThrow(),
                    pair.b().orElseThrow(),
                    Excerpt.of(pair.text()));
        }
        if (differing.size() > shown) {
            line(text, "… and %d more", differing.size() - shown);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String figure(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "undefined";
    }

    /** The report as a JSON object; what is not defined is {@code null}. */
    public String toJson() throws IOException {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("sentences", agreement.sentences());
        report.put("articles", agreement.articles());
        report.put("only_in_a", agreement.onlyInA());
        report.put("only_in_b", agreement.onlyInB());
        report.put("unlabelled", agreement.unlabelled());
        report.put("observed", value(agreement.observed()));
        report.put("kappa", value(agreement.kappa()));
        report.put("kappa_low", value(agreement.kappaLow()));
        report.put("kappa_high", value(agreement.kappaHigh()));
        Map<String, @Nullable Object> labels = new LinkedHashMap<>();
        Map<String, Object> confusion = new LinkedHashMap<>();
        for (Label a : Label.all()) {
            labels.put(a.id(), value(agreement.positiveAgreement(a)));
            Map<String, Object> row = new LinkedHashMap<>();
            Label.all().forEach(b -> row.put(b.id(), agreement.count(a, b)));
            confusion.put(a.id(), row);
        }
        report.put("positive_agreement", labels);
        report.put("confusion", confusion);
        List<LabelPair> differing = agreement.differing();
        report.put("differing", differing.size());
        report.put(
                "first_differing",
                differing.stream().limit(shown).map(AgreementReport::json).toList());
        return JSON.std
                        .with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES)
                        .asString(report)
                + "\n";
    }

    private static @Nullable Double value(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static Map<String, Object> json(LabelPair pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("article", pair.article());
        json.put("paragraph", pair.row().paragraph());
        json.put("sentence", pair.row().sentence());
        json.put("text", pair.text());
        json.put("label_a", pair.a().orElseThrow().id());
        json.put("label_b", pair.b().orElseThrow().id());
        return json;
    }
}
