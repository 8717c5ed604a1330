package io.verbatim.corpus;

import io.verbatim.corpus.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the findings of one table up to a bound for each severity. Not safe for threads. */
final class Findings {

    /** The most findings of one severity that are kept of a table. */
    static final int MOST = 1000;

    private final String file;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

    Findings(String file) {
        this.file = file;
    }

    void error(String kind, long line, String message) {
        add(new Finding(Severity.ERROR, kind, file, line, message));
    }

    void warning(String kind, long line, String message) {
        add(new Finding(Severity.WARNING, kind, file, line, message));
    }

    private void add(Finding finding) {
        if (counts.merge(finding.severity(), 1, Integer::sum) <= MOST) {
            kept.add(finding);
        }
    }

    int count(Severity severity) {
        return counts.getOrDefault(severity, 0);
    }

    /** What is kept, by line. */
    List<Finding> kept() {
        return kept.stream().sorted(Comparator.comparingLong(Finding::line)).toList();
    }
}
