package io.verbatim.evaluation.behaviour;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.evaluation.Columns;
import io.verbatim.evaluation.Estimate;
import io.verbatim.evaluation.behaviour.Capability.Failure;
import io.verbatim.evaluation.behaviour.Capability.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Failure rates by capability as text or JSON.
 *
 * @param behaviour what the tests showed
 * @param show how many failures of each capability to show
 */
public record BehaviourReport(Behaviour behaviour, int show) {

    private static final int FORMAT = 1;

    public BehaviourReport {
        if (show < 0) {
            throw new IllegalArgumentException("show: " + show + ", must not be negative");
        }
    }

    /** Aligned lines for the terminal. */
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(behaviour.model())
                .append(" on hard cases and on changed articles of ")
                .append(behaviour.data());
        out.append("\nfailures with 95 % intervals after Wilson\n");
        for (Kind kind : Kind.values()) {
            List<Capability> own = of(kind);
            Columns columns = new Columns(kind.toString(), "cases", "failed", "rate", "interval");
            Stream.concat(own.stream(), Stream.of(behaviour.total(kind))).forEach(c -> columns.add(row(c)));
            out.append('\n').append(columns);
            own.forEach(c -> failures(c, out));
        }
        return out.toString();
    }

    /**
     * One JSON object. Fields are only ever added; readers ignore those they don't know.
     *
     * <pre>{@code
     * {"format": 1, "model": "news 0.1.0", "data": "data/test.csv",
     *  "capabilities": [{"kind": "invariance of form", "name": "straight-marks", "cases": 300, "failed": 2,
     *      "rate": {"value": 0.0067, "low": 0.0018, "high": 0.024},
     *      "failures": [{"article": "…", "text": "…", "expected": "direct", "found": "narrative"}]}, …],
     *  "totals": [{"kind": "minimum functionality", "cases": 341, "failed": 10, "rate": {…}}, …]}
     * }</pre>
     *
     * <p>Of each capability's failures there are as many as asked for.
     */
    public String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("model", behaviour.model());
        root.put("data", behaviour.data());
        root.put(
                "capabilities",
                behaviour.capabilities().stream()
                        .map(c -> {
                            Map<String, Object> map = counts(c);
                            map.put(
                                    "failures",
                                    c.failures().stream()
                                            .limit(show)
                                            .map(BehaviourReport::failure)
                                            .toList());
                            return map;
                        })
                        .toList());
        root.put(
                "totals",
                Stream.of(Kind.values())
                        .map(kind -> counts(behaviour.total(kind)))
                        .toList());
        try {
            return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(root) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Capability> of(Kind kind) {
        return behaviour.capabilities().stream().filter(c -> c.kind() == kind).toList();
    }

    private static List<String> row(Capability capability) {
        Estimate rate = capability.failureRate();
        return List.of(
                capability.name(),
                String.valueOf(capability.cases()),
                String.valueOf(capability.failures().size()),
                String.format(Locale.ROOT, "%.1f %%", 100 * rate.value()),
                String.format(Locale.ROOT, "[%.1f, %.1f]", 100 * rate.low(), 100 * rate.high()));
    }

    private void failures(Capability capability, StringBuilder out) {
        List<Failure> shown = capability.failures().stream().limit(show).toList();
        if (!shown.isEmpty()) {
            out.append('\n').append(capability.name()).append(":\n");
            for (Failure f : shown) {
                out.append("  expected ")
                        .append(f.expected())
                        .append(", found ")
                        .append(f.found());
                out.append(" (")
                        .append(f.article())
                        .append("): ")
                        .append(f.text())
                        .append('\n');
            }
        }
    }

    private static Map<String, Object> counts(Capability capability) {
        Estimate rate = capability.failureRate();
        Map<String, Object> rates = new LinkedHashMap<>();
        rates.put("value", rate.value());
        rates.put("low", rate.low());
        rates.put("high", rate.high());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", capability.kind().toString());
        map.put("name", capability.name());
        map.put("cases", capability.cases());
        map.put("failed", capability.failures().size());
        map.put("rate", rates);
        return map;
    }

    private static Map<String, Object> failure(Failure failure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("article", failure.article());
        map.put("text", failure.text());
        map.put("expected", failure.expected());
        map.put("found", failure.found());
        return map;
    }
}
