package io.verbatim.evaluation;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.article.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A report as {@link Report#json()} describes it. */
final class JsonReport {

    private static final int FORMAT = 1;
    private static final int POINTS = 400;

    private JsonReport() {}

    static String render(Report report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("title", report.title());
        Bootstrap bootstrap = report.main().bootstrap();
        root.put(
                "bootstrap",
                object(
                        "unit", "article",
                        "replicates", bootstrap.replicates(),
                        "level", bootstrap.level(),
                        "seed", bootstrap.seed()));
        root.put(
                "evaluations",
                report.evaluations().stream().map(JsonReport::evaluation).toList());
        root.put(
                "comparison",
                report.comparison().pairs().stream().map(JsonReport::pair).toList());
        try {
            return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(root) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> evaluation(Evaluation evaluation) {
        Confusion confusion = evaluation.confusion();
        Map<String, Object> metrics = new LinkedHashMap<>();
        evaluation.estimates().forEach((metric, estimate) -> metrics.put(metric.id(), interval(estimate)));
        Map<String, Object> curves = new LinkedHashMap<>();
        for (Label label : Label.all()) {
            curves.put(
                    label.id(),
                    Thinned.to(POINTS, evaluation.curves().precisionRecall(label)).stream()
                            .map(t -> object(
                                    "threshold", t.threshold(), "precision", t.precision(), "recall", t.recall()))
                            .toList());
        }
        return object(
                "name", evaluation.name(),
                "articles", evaluation.articles().size(),
                "sentences", evaluation.sentences().size(),
                "metrics", metrics,
                "labels",
                        Label.all().stream()
                                .map(l -> object(
                                        "label",
                                        l.id(),
                                        "support",
                                        confusion.support(l),
                                        "predicted",
                                        confusion.predicted(l)))
                                .toList(),
                "confusion", confusion(confusion),
                "reliability",
                        evaluation.curves().reliability().stream()
                                .map(b -> object(
                                        "low",
                                        b.low(),
                                        "high",
                                        b.high(),
                                        "sentences",
                                        b.sentences(),
                                        "confidence",
                                        b.confidence(),
                                        "accuracy",
                                        b.accuracy()))
                                .toList(),
                "coverage",
                        Thinned.to(POINTS, evaluation.curves().coverage()).stream()
                                .map(c -> object(
                                        "threshold", c.threshold(), "coverage", c.coverage(), "accuracy", c.accuracy()))
                                .toList(),
                "precisionRecall", curves,
                "breakdowns",
                        evaluation.breakdowns().stream()
                                .map(b -> object(
                                        "name",
                                        b.name(),
                                        "groups",
                                        b.groups().stream()
                                                .map(JsonReport::group)
                                                .toList()))
                                .toList());
    }

    private static Map<String, Object> confusion(Confusion confusion) {
        List<String> rows = Label.all().stream().map(Label::id).toList();
        return object(
                "rows", rows,
                "columns", Stream.concat(rows.stream(), Stream.of("abstained")).toList(),
                "counts",
                        Label.all().stream()
                                .map(gold -> Stream.concat(
                                                Label.all().stream().map(l -> confusion.count(gold, l)),
                                                Stream.of(confusion.abstained(gold)))
                                        .toList())
                                .toList(),
                "rates",
                        Label.all().stream()
                                .map(gold -> Stream.concat(
                                                Label.all().stream().map(l -> confusion.rate(gold, Optional.of(l))),
                                                Stream.of(confusion.rate(gold, Optional.empty())))
                                        .toList())
                                .toList());
    }

    private static Map<String, Object> group(Breakdown.Group group) {
        Map<String, Object> support = new LinkedHashMap<>();
        Label.all().forEach(l -> support.put(l.id(), group.confusion().support(l)));
        return object(
                "key", group.key(),
                "articles", group.articles(),
                "sentences", group.sentences(),
                "support", support,
                "macro-f1",
                        group.macroF1()
                                .map(JsonReport::interval)
                                .orElse(object("value", group.confusion().macroF1())),
                "accuracy",
                        group.accuracy()
                                .map(JsonReport::interval)
                                .orElse(object("value", group.confusion().accuracy())));
    }

    private static Map<String, Object> pair(Comparison.Pair pair) {
        return object(
                "first", pair.first(),
                "second", pair.second(),
                "differences",
                        pair.differences().stream()
                                .map(d -> {
                                    Map<String, Object> difference =
                                            object("metric", d.metric().id());
                                    difference.putAll(interval(d.estimate()));
                                    difference.put("p", d.p());
                                    return difference;
                                })
                                .toList(),
                "mcnemar",
                        object(
                                "firstOnly", pair.mcNemar().firstOnly(),
                                "secondOnly", pair.mcNemar().secondOnly(),
                                "p", pair.mcNemar().p()));
    }

    private static Map<String, Object> interval(Estimate estimate) {
        return object("value", estimate.value(), "low", estimate.low(), "high", estimate.high());
    }

    private static Map<String, Object> object(Object... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            object.put((String) fields[i], fields[i + 1]);
        }
        return object;
    }
}
