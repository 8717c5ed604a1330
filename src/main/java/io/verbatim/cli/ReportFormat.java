package io.verbatim.cli;

/** How a report is written. */
enum ReportFormat {
    TEXT,
    JSON
}
