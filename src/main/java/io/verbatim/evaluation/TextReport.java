package io.verbatim.evaluation;

import io.verbatim.article.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report as aligned lines for the terminal. */
final class TextReport {

    private TextReport() {}

    static String render(Report report) {
        StringBuilder out = new StringBuilder();
        Evaluation main = report.main();
        Bootstrap bootstrap = main.bootstrap();
        line(
                out,
                "%s: %s on %,d sentences of %,d articles",
                report.title(),
                main.name(),
                main.sentences().size(),
                main.articles().size());
        line(
                out,
                "%s intervals by bootstrap over articles, %,d replicates, seed %d",
                percent(bootstrap.level()),
                bootstrap.replicates(),
                bootstrap.seed());
        labels(out, main);
        confusion(out, main.confusion());
        metrics(out, main);
        coverage(out, main);
        main.breakdowns().forEach(breakdown -> breakdown(out, breakdown));
        comparison(out, report);
        return out.toString();
    }

    private static void labels(StringBuilder out, Evaluation evaluation) {
        Columns columns = new Columns("label", "precision", "", "recall", "", "F1", "", "AUPRC", "", "support");
        for (Label label : Label.all()) {
            List<String> row = new ArrayList<>(List.of(label.id()));
            for (String kind : List.of("precision", "recall", "f1", "auprc")) {
                Optional<Estimate> estimate = evaluation.estimate(Evaluation.metric(label, kind));
                row.add(estimate.map(e -> number(e.value())).orElse("–"));
                row.add(estimate.map(TextReport::interval).orElse(""));
            }
            row.add(String.valueOf(evaluation.confusion().support(label)));
            columns.add(row);
        }
        out.append('\n').append(columns);
    }

    private static void confusion(StringBuilder out, Confusion confusion) {
        boolean abstained = confusion.abstained() > 0;
        List<String> head = new ArrayList<>(List.of("gold \\ predicted"));
        Label.all().forEach(l -> head.addAll(List.of(l.id(), "")));
        if (abstained) {
            head.addAll(List.of("abstained", ""));
        }
        Columns columns = new Columns(head.toArray(String[]::new));
        for (Label gold : Label.all()) {
            List<String> row = new ArrayList<>(List.of(gold.id()));
            for (Label predicted : Label.all()) {
                row.add(String.valueOf(confusion.count(gold, predicted)));
                row.add(percent(confusion.rate(gold, Optional.of(predicted))));
            }
            if (abstained) {
                row.add(String.valueOf(confusion.abstained(gold)));
                row.add(percent(confusion.rate(gold, Optional.empty())));
            }
            columns.add(row);
        }
        out.append('\n').append(columns);
    }

    private static void metrics(StringBuilder out, Evaluation evaluation) {
        Columns columns = new Columns("metric", "value", "interval");
        evaluation.estimates().forEach((metric, estimate) -> {
            if (!metric.ofOneLabel()) {
                columns.add(List.of(metric.id(), number(estimate.value()), interval(estimate)));
            }
        });
        out.append('\n').append(columns);
    }

    private static void coverage(StringBuilder out, Evaluation evaluation) {
        if (evaluation.curves().coverage().isEmpty()) {
            return;
        }
        Columns columns = new Columns("answering", "accuracy");
        for (double share : new double[] {1, 0.95, 0.9, 0.8, 0.7, 0.5}) {
            columns.add(List.of(percent(share), number(evaluation.curves().accuracyAt(share))));
        }
        out.append('\n').append(columns);
    }

    private static void breakdown(StringBuilder out, Breakdown breakdown) {
        Columns columns =
                new Columns("by " + breakdown.name(), "sentences", "articles", "macro-F1", "", "accuracy", "");
        for (Breakdown.Group group : breakdown.groups()) {
            columns.add(List.of(
                    group.key(),
                    String.valueOf(group.sentences()),
                    String.valueOf(group.articles()),
                    number(group.confusion().macroF1()),
                    group.macroF1().map(TextReport::interval).orElse(""),
                    number(group.confusion().accuracy()),
                    group.accuracy().map(TextReport::interval).orElse("")));
        }
        out.append('\n').append(columns);
    }

    private static void comparison(StringBuilder out, Report report) {
        if (report.evaluations().size() < 2) {
            return;
        }
        Columns models = new Columns("model", "macro-F1", "", "accuracy", "", "paraphrase F1", "");
        for (Evaluation evaluation : report.evaluations()) {
            List<String> row = new ArrayList<>(List.of(evaluation.name()));
            for (Metric metric : Comparison.METRICS) {
                Estimate estimate = evaluation.estimate(metric).orElseThrow();
                row.add(number(estimate.value()));
                row.add(interval(estimate));
            }
            models.add(row);
        }
        out.append('\n').append(models);
        Columns pairs = new Columns("difference", "metric", "value", "interval", "p", "McNemar");
        // The pairs of the first evaluation come first; those among the others are in the JSON and on the page.
        for (Comparison.Pair pair :
                report.comparison().pairs().subList(0, report.evaluations().size() - 1)) {
            for (Comparison.Difference d : pair.differences()) {
                pairs.add(List.of(
                        pair.first() + " − " + pair.second(),
                        d.metric().id(),
                        signed(d.estimate().value()),
                        "[" + signed(d.estimate().low()) + ", "
                                + signed(d.estimate().high()) + "]",
                        p(d.p()),
                        d.metric() == Metric.ACCURACY
                                ? pair.mcNemar().firstOnly() + " : "
                                        + pair.mcNemar().secondOnly() + ", p "
                                        + p(pair.mcNemar().p())
                                : ""));
            }
        }
        out.append('\n').append(pairs);
    }

    /** A value to four places, as metrics are told. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    static String interval(Estimate estimate) {
        return String.format(Locale.ROOT, "[%.3f, %.3f]", estimate.low(), estimate.high());
    }

    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value).replace('-', '−');
    }

    static String p(double p) {
        return p < 0.0001 ? "<0.0001" : number(p);
    }

    static String percent(double share) {
        String text = String.format(Locale.ROOT, "%.1f", 100 * share);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
