package io.verbatim.cli;

import io.verbatim.evaluation.Report;

/** How an evaluation is written. */
enum EvaluationFormat {
    TEXT,
    JSON,
    HTML;

    String render(Report report) {
        return switch (this) {
            case TEXT -> report.text();
            case JSON -> report.json() + "\n";
            case HTML -> report.html();
        };
    }
}
