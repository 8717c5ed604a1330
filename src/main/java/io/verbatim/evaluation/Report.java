package io.verbatim.evaluation;

import java.util.List;

/**
 * Evaluations of the same sentences as text, JSON or an HTML page. Immutable and safe for threads.
 *
 * @param title what was evaluated, for example the table's name
 * @param evaluations the one that the report is about, and those to compare it with
 * @param comparison of every two of them
 */
public record Report(String title, List<Evaluation> evaluations, Comparison comparison) {

    public Report {
        evaluations = List.copyOf(evaluations);
        if (evaluations.isEmpty()) {
            throw new IllegalArgumentException("evaluations: none");
        }
    }

    /**
     * A report.
     *
     * @param title what was evaluated, for example the table's name
     * @param evaluations of the same sentences by the same bootstrap; the first is what the report is about
     */
    public static Report of(String title, List<Evaluation> evaluations) {
        return new Report(title, evaluations, Comparison.of(evaluations));
    }

    /** The evaluation that the report is about. */
    public Evaluation main() {
        return evaluations.get(0);
    }

    /** Aligned lines for the terminal. */
    public String text() {
        return TextReport.render(this);
    }

    /**
     * One JSON object. Fields are only ever added; readers ignore those they don't know.
     *
     * <pre>{@code
     * {"format": 1, "title": "…",
     *  "bootstrap": {"unit": "article", "replicates": 1000, "level": 0.95, "seed": 1},
     *  "evaluations": [{
     *    "name": "…", "articles": 95, "sentences": 1926,
     *    "metrics": {"macro-f1": {"value": 0.9, "low": 0.88, "high": 0.92}, …},   // names: Metric.id(); only those known
     *    "labels": [{"label": "direct", "support": 412, "predicted": 405}, …],
     *    "confusion": {"rows": ["direct", …], "columns": ["direct", …, "abstained"], "counts": [[…], …], "rates": [[…], …]},
     *    "reliability": [{"low": 0, "high": 0.0667, "sentences": 0, "confidence": 0, "accuracy": 0}, …],
     *    "coverage": [{"threshold": 0.99, "coverage": 0.31, "accuracy": 0.99}, …],
     *    "precisionRecall": {"direct": [{"threshold": 0.99, "precision": 1, "recall": 0.1}, …], …},
     *    "breakdowns": [{"name": "publisher", "groups": [{"key": "…", "articles": 9, "sentences": 180,
     *        "support": {"direct": 40, …}, "macro-f1": {"value": …, "low": …, "high": …}, "accuracy": {…}}, …]}, …]}, …],
     *  "comparison": [{"first": "…", "second": "…",
     *    "differences": [{"metric": "macro-f1", "value": 0.01, "low": -0.01, "high": 0.03, "p": 0.3}, …],
     *    "mcnemar": {"firstOnly": 50, "secondOnly": 40, "p": 0.34}}, …]}
     * }</pre>
     *
     * <p>Rates are shares of the row. A group of too few articles has no {@code low} and {@code high}. Curves are thinned
     * to at most 400 points.
     */
    public String json() {
        return JsonReport.render(this);
    }

    /** One self-contained page: no script, style, font or picture from elsewhere. */
    public String html() {
        return HtmlReport.render(this);
    }
}
