package io.verbatim.evaluation;

import io.verbatim.article.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report as one page that needs nothing else. */
final class HtmlReport {

    private static final int POINTS = 200;
    /** Bars of fewer sentences say little. */
    private static final int FEW = 20;

    private final Report report;
    private final Evaluation main;
    private final StringBuilder out = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
        this.main = report.main();
    }

    static String render(Report report) {
        HtmlReport page = new HtmlReport(report);
        page.head();
        page.summary();
        page.labels();
        page.confusion();
        page.models();
        page.plots();
        page.breakdowns();
        page.errors();
        return page.out
                .append("</main>\n<script>\n")
                .append(resource("report.js"))
                .append("</script>\n</body>\n</html>\n")
                .toString();
    }

    private void head() {
        Bootstrap bootstrap = main.bootstrap();
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .append(Html.escape(main.name() + " on " + report.title()))
                .append("</title>\n<style>\n")
                .append(resource("report.css"))
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(Html.escape(main.name()))
                .append(" <small>on ")
                .append(Html.escape(report.title()))
                .append("</small></h1>\n");
        paragraph(String.format(
                Locale.ROOT,
                "%,d sentences of %,d articles. Intervals: %s, percentile bootstrap over articles, %,d replicates, seed %d.",
                main.sentences().size(),
                main.articles().size(),
                TextReport.percent(bootstrap.level()),
                bootstrap.replicates(),
                bootstrap.seed()));
    }

    private void summary() {
        out.append("<section class=\"cards\" aria-label=\"Summary\">\n");
        card("Macro-F1", Metric.MACRO_F1);
        card("Accuracy", Metric.ACCURACY);
        card("Paraphrase F1", Metric.PARAPHRASE_F1);
        card("MCC", Metric.MCC);
        if (main.confusion().abstained() > 0) {
            card("Answered", Metric.COVERAGE);
            card("Accuracy where answered", Metric.ANSWERED_ACCURACY);
        }
        out.append("</section>\n");
    }

    private void card(String title, Metric metric) {
        Estimate estimate = main.estimate(metric).orElseThrow();
        out.append("<div class=\"card\"><span>")
                .append(title)
                .append("</span><b>")
                .append(three(estimate.value()))
                .append("</b><span>")
                .append(TextReport.interval(estimate))
                .append("</span></div>\n");
    }

    private void labels() {
        out.append("<section>\n<h2>Labels</h2>\n");
        HtmlTable table = new HtmlTable("Label", "Precision", "Recall", "F1", "AUPRC", "Support");
        for (Label label : Label.all()) {
            List<String> row = new ArrayList<>(List.of(label.id()));
            for (String kind : List.of("precision", "recall", "f1", "auprc")) {
                row.add(main.estimate(Evaluation.metric(label, kind))
                        .map(HtmlReport::cell)
                        .orElse("–"));
            }
            row.add(String.valueOf(main.confusion().support(label)));
            table.row(row);
        }
        out.append(table).append("<details>\n<summary>All other metrics</summary>\n");
        HtmlTable all = new HtmlTable("Metric", "Value");
        main.estimates().forEach((metric, estimate) -> {
            if (!metric.ofOneLabel()) {
                all.row(List.of(metric.id(), cell(estimate)));
            }
        });
        out.append(all).append("</details>\n</section>\n");
    }

    private void confusion() {
        Confusion confusion = main.confusion();
        boolean abstained = confusion.abstained() > 0;
        out.append("<section>\n<h2>Confusion</h2>\n");
        List<String> head = new ArrayList<>(List.of("Gold"));
        Label.all().forEach(l -> head.add("→ " + l.id()));
        if (abstained) {
            head.add("→ abstained");
        }
        HtmlTable table = new HtmlTable(head.toArray(String[]::new));
        for (Label gold : Label.all()) {
            List<String> row = new ArrayList<>(List.of(gold.id()));
            for (Label predicted : Label.all()) {
                row.add(heat(confusion.count(gold, predicted), confusion.rate(gold, Optional.of(predicted))));
            }
            if (abstained) {
                row.add(heat(confusion.abstained(gold), confusion.rate(gold, Optional.empty())));
            }
            table.row(row);
        }
        out.append(table);
        paragraph("Counts, and shares of the row.");
        out.append("</section>\n");
    }

    private void models() {
        if (report.evaluations().size() < 2) {
            return;
        }
        out.append("<section>\n<h2>Beside others</h2>\n");
        HtmlTable models = new HtmlTable("Model", "Macro-F1", "Accuracy", "Paraphrase F1", "Log loss");
        for (Evaluation evaluation : report.evaluations()) {
            List<String> row = new ArrayList<>(List.of(Html.escape(evaluation.name())));
            for (Metric metric : Comparison.METRICS) {
                row.add(evaluation.estimate(metric).map(HtmlReport::cell).orElse("–"));
            }
            row.add(evaluation.estimate(Metric.LOG_LOSS).map(HtmlReport::cell).orElse("–"));
            models.row(row);
        }
        out.append(models).append("<h3>Differences</h3>\n");
        List<Comparison.Pair> pairs = report.comparison().pairs();
        List<Comparison.Pair> ofMain = pairs.subList(0, report.evaluations().size() - 1);
        List<Comparison.Pair> ofOthers = pairs.subList(ofMain.size(), pairs.size());
        out.append(differences(ofMain));
        paragraph("Paired bootstrap over articles; McNemar’s exact test takes sentences as independent.");
        if (!ofOthers.isEmpty()) {
            out.append("<details>\n<summary>Differences among the others</summary>\n")
                    .append(differences(ofOthers))
                    .append("</details>\n");
        }
        out.append("</section>\n");
    }

    private static HtmlTable differences(List<Comparison.Pair> pairs) {
        HtmlTable differences =
                new HtmlTable("First − second", "Macro-F1", "Accuracy", "Paraphrase F1", "Only one right");
        for (Comparison.Pair pair : pairs) {
            List<String> row = new ArrayList<>(List.of(Html.escape(pair.first() + " − " + pair.second())));
            for (Comparison.Difference d : pair.differences()) {
                row.add(String.format(
                        "%s<small>[%s, %s]<br>p %s</small>",
                        TextReport.signed(d.estimate().value()),
                        TextReport.signed(d.estimate().low()),
                        TextReport.signed(d.estimate().high()),
                        Html.escape(TextReport.p(d.p()))));
            }
            row.add(String.format(
                    Locale.ROOT,
                    "%d : %d<small>McNemar p %s</small>",
                    pair.mcNemar().firstOnly(),
                    pair.mcNemar().secondOnly(),
                    Html.escape(TextReport.p(pair.mcNemar().p()))));
            differences.row(row);
        }
        return differences;
    }

    private void plots() {
        Curves curves = main.curves();
        if (curves.coverage().isEmpty()) {
            return;
        }
        out.append("<section>\n<h2>Probabilities</h2>\n<div class=\"plots\">\n");
        Plot precision = new Plot("Precision against recall by label", "recall", "precision", 0, 0);
        for (Label label : Label.all()) {
            precision.line(
                    label.id(),
                    Thinned.to(POINTS, curves.precisionRecall(label)).stream()
                            .map(t -> new double[] {t.recall(), t.precision()})
                            .toList());
        }
        StringBuilder legend = new StringBuilder();
        Label.all()
                .forEach(l -> legend.append("<span class=\"key ")
                        .append(l.id())
                        .append("\">")
                        .append(l.id())
                        .append("</span> "));
        figure(precision, "Precision against recall. " + legend);
        Plot reliability = new Plot("Accuracy by probability", "probability of the answer", "share right", 0, 0);
        for (Curves.ReliabilityBin bin : curves.reliability()) {
            if (bin.sentences() > 0) {
                reliability.bar(
                        bin.low(),
                        bin.high(),
                        bin.accuracy(),
                        bin.sentences() < FEW ? "bar few" : "bar",
                        String.format(
                                Locale.ROOT,
                                "%d sentences, mean probability %.3f, right %.3f",
                                bin.sentences(),
                                bin.confidence(),
                                bin.accuracy()));
            }
        }
        reliability.line("ideal", List.of(new double[] {0, 0}, new double[] {1, 1}));
        Estimate error = main.estimate(Metric.CALIBRATION_ERROR).orElseThrow();
        figure(
                reliability,
                "Reliability: a well calibrated classifier’s bars end on the line; bars of fewer than " + FEW
                        + " sentences are pale. Expected calibration error "
                        + three(error.value()) + " " + TextReport.interval(error) + ".");
        double lowest = curves.coverage().stream()
                .filter(c -> c.coverage() >= 0.05)
                .mapToDouble(Curves.Coverage::accuracy)
                .min()
                .orElse(0);
        Plot coverage = new Plot(
                "Accuracy against coverage",
                "share of sentences answered",
                "share right of these",
                0,
                Math.min(0.9, Math.floor(lowest * 10) / 10));
        coverage.line(
                "curve",
                Thinned.to(POINTS, curves.coverage()).stream()
                        .filter(c -> c.coverage() >= 0.05)
                        .map(c -> new double[] {c.coverage(), c.accuracy()})
                        .toList());
        figure(coverage, "Abstaining: accuracy where only the surest sentences are answered.");
        out.append("</div>\n<details>\n<summary>Reliability table</summary>\n");
        HtmlTable table = new HtmlTable("Probability", "Sentences", "Mean", "Right");
        for (Curves.ReliabilityBin bin : curves.reliability()) {
            if (bin.sentences() > 0) {
                table.row(List.of(
                        String.format(Locale.ROOT, "%.3f–%.3f", bin.low(), bin.high()),
                        String.valueOf(bin.sentences()),
                        three(bin.confidence()),
                        three(bin.accuracy())));
            }
        }
        out.append(table).append("</details>\n</section>\n");
    }

    private void breakdowns() {
        if (main.breakdowns().isEmpty()) {
            return;
        }
        out.append("<section>\n<h2>Breakdowns</h2>\n");
        for (Breakdown breakdown : main.breakdowns()) {
            HtmlTable table = new HtmlTable("By " + breakdown.name(), "Sentences", "Articles", "Macro-F1", "Accuracy");
            for (Breakdown.Group group : breakdown.groups()) {
                Confusion confusion = group.confusion();
                table.row(List.of(
                        Html.escape(group.key()),
                        String.valueOf(group.sentences()),
                        String.valueOf(group.articles()),
                        group.macroF1().map(HtmlReport::cell).orElse(three(confusion.macroF1())),
                        group.accuracy().map(HtmlReport::cell).orElse(three(confusion.accuracy()))));
            }
            out.append(table);
        }
        paragraph("Macro-F1 is over all three labels, also where a group lacks one. Groups of fewer than "
                + Breakdown.FEWEST_ARTICLES + " articles have no interval.");
        out.append("</section>\n");
    }

    private void errors() {
        out.append("<section id=\"errors\">\n<h2>Errors</h2>\n<form>\n")
                .append("<label>Kind <select name=\"kind\"></select></label>\n")
                .append("<label>Text <input name=\"text\" type=\"search\" placeholder=\"words or article\"></label>\n")
                .append(
                        "<output></output>\n</form>\n<noscript><p>The list of errors needs JavaScript.</p></noscript>\n")
                .append("<div id=\"list\"></div>\n<button type=\"button\" id=\"more\" hidden>Show more</button>\n")
                .append("</section>\n<script type=\"application/json\" id=\"data\">")
                .append(Html.inScript(ErrorList.json(main)))
                .append("</script>\n");
    }

    private void figure(Plot plot, String caption) {
        out.append("<figure>")
                .append(plot)
                .append("<figcaption>")
                .append(caption)
                .append("</figcaption></figure>\n");
    }

    private void paragraph(String text) {
        out.append("<p class=\"note\">").append(Html.escape(text)).append("</p>\n");
    }

    private static String heat(long count, double rate) {
        return String.format(
                Locale.ROOT,
                "<span class=\"heat\" style=\"--rate:%.3f\">%d<small>%s</small></span>",
                rate,
                count,
                TextReport.percent(rate));
    }

    private static String cell(Estimate estimate) {
        return three(estimate.value()) + "<small>" + TextReport.interval(estimate) + "</small>";
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
