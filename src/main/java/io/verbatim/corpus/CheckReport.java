package io.verbatim.corpus;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.article.Label;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a check found, as text and as JSON.
 *
 * @param tables the tables in the order in which they were checked
 */
public record CheckReport(List<TableSummary> tables) {
    public CheckReport {
        tables = List.copyOf(tables);
    }

    /**
     * Counts and findings of a table.
     *
     * @param file the table
     * @param unreadable whether some or all of it could not be read; the counts are of what could
     * @param labels the sentences of each label that occurs
     * @param unlabelled sentences without a label, or with an unknown one
     * @param errors how many errors there are, kept or not
     * @param warnings how many warnings there are, kept or not
     * @param findings the first 1,000 errors and 1,000 warnings, by line
     */
    public record TableSummary(
            String file,
            boolean unreadable,
            int articles,
            int sentences,
            Map<Label, Integer> labels,
            int unlabelled,
            int errors,
            int warnings,
            List<Finding> findings) {
        public TableSummary {
            labels = Map.copyOf(labels);
            findings = List.copyOf(findings);
        }
    }

    /** All findings that were kept. */
    public List<Finding> findings() {
        return tables.stream().flatMap(table -> table.findings().stream()).toList();
    }

    /** Whether a table could not be read to its end. */
    public boolean unreadable() {
        return tables.stream().anyMatch(TableSummary::unreadable);
    }

    /** The number of errors. */
    public int errors() {
        return tables.stream().mapToInt(TableSummary::errors).sum();
    }

    /** The number of warnings. */
    public int warnings() {
        return tables.stream().mapToInt(TableSummary::warnings).sum();
    }

    /** The findings, a line each, then the counts of each table. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (TableSummary table : tables) {
            table.findings().forEach(finding -> text.append(finding).append('\n'));
            int more = table.errors() + table.warnings() - table.findings().size();
            if (more > 0) {
                text.append(table.file()).append(": ").append(more).append(" more findings\n");
            }
        }
        tables.forEach(table -> text.append(summary(table)).append('\n'));
        if (tables.size() > 1) {
            text.append(errors()).append(" errors, ").append(warnings()).append(" warnings in all\n");
        }
        return text.toString();
    }

    /** The errors alone, a line each. */
    public String errorsAsText() {
        return findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(finding -> finding + "\n")
                .collect(Collectors.joining());
    }

    private static String summary(TableSummary table) {
        StringBuilder text = new StringBuilder(table.file());
        text.append(": ").append(table.articles()).append(" articles, ");
        text.append(table.sentences()).append(" sentences");
        for (Label label : Label.all()) {
            int count = table.labels().getOrDefault(label, 0);
            text.append(String.format(Locale.ROOT, ", %s %d (%.1f %%)", label, count, percent(count, table)));
        }
        if (table.unlabelled() > 0) {
            text.append(String.format(
                    Locale.ROOT, ", no label %d (%.1f %%)", table.unlabelled(), percent(table.unlabelled(), table)));
        }
        text.append("; ")
                .append(table.errors())
                .append(" errors, ")
                .append(table.warnings())
                .append(" warnings");
        return text.append(table.unreadable() ? "; could not be read to its end" : "")
                .toString();
    }

    private static double percent(int count, TableSummary table) {
        return table.sentences() == 0 ? 0 : 100.0 * count / table.sentences();
    }

    /** The report as a JSON object. */
    public String toJson() throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("errors", errors());
        report.put("warnings", warnings());
        report.put("unreadable", unreadable());
        report.put("tables", tables.stream().map(CheckReport::json).toList());
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(report) + "\n";
    }

    private static Map<String, Object> json(TableSummary table) {
        Map<String, Object> labels = new LinkedHashMap<>();
        Label.all().forEach(label -> labels.put(label.id(), table.labels().getOrDefault(label, 0)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", table.file());
        json.put("unreadable", table.unreadable());
        json.put("articles", table.articles());
        json.put("sentences", table.sentences());
        json.put("labels", labels);
        json.put("unlabelled", table.unlabelled());
        json.put("errors", table.errors());
        json.put("warnings", table.warnings());
        json.put("findings", table.findings().stream().map(CheckReport::json).toList());
        return json;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("kind", finding.kind());
        json.put("line", finding.line());
        json.put("message", finding.message());
        return json;
    }
}
