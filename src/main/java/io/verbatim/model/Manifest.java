package io.verbatim.model;

import io.verbatim.article.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model says of itself: its name and version, what it was trained on and how. Immutable; stands as JSON in the
 * model file. Fields that this version doesn't know are kept.
 *
 * @param fields the JSON object's fields in order; neither they nor what they hold can be changed
 */
public record Manifest(Map<String, Object> fields) {

    public Manifest {
        fields = frozen(fields);
    }

    private static Map<String, Object> frozen(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            copy.put(String.valueOf(entry.getKey()), frozen(entry.getValue()));
        }
        return Collections.unmodifiableMap(copy);
    }

    private static Object frozen(Object value) {
        if (value instanceof Map<?, ?> map) {
            return frozen(map);
        } else if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object each : list) {
                copy.add(frozen(each));
            }
            return Collections.unmodifiableList(copy);
        }
        return value;
    }

    /** The model's name. */
    public String name() {
        return text("name");
    }

    /** The model's version. */
    public String version() {
        return text("version");
    }

    /** The architecture of its networks. */
    public Architecture architecture() {
        if (fields.get("architecture") instanceof Map<?, ?> map) {
            return Architecture.of(map);
        }
        throw new IllegalArgumentException("the manifest has no architecture");
    }

    /** The number of networks whose probabilities are averaged. */
    public int members() {
        return integer("members");
    }

    /** Buckets of the vocabulary for unknown words. */
    int buckets() {
        return integer("buckets");
    }

    /** What the logits are divided by before they become probabilities (Guo et al. 2017). */
    double temperature() {
        return number("temperature").doubleValue();
    }

    void check() {
        List<String> labels = Label.all().stream().map(Label::id).toList();
        if (!labels.equals(fields.get("labels"))) {
            throw new IllegalArgumentException("labels of the manifest: " + fields.get("labels"));
        } else if (members() < 1 || members() > 64) {
            throw new IllegalArgumentException("members of the manifest: " + members());
        } else if (buckets() < 1 || buckets() > 1 << 20) {
            throw new IllegalArgumentException("buckets of the manifest: " + buckets());
        } else if (!(temperature() > 0.01 && temperature() < 100)) {
            throw new IllegalArgumentException("temperature of the manifest: " + temperature());
        } else if (name().isEmpty() || version().isEmpty()) {
            throw new IllegalArgumentException("the manifest has no name or version");
        }
    }

    private String text(String key) {
        return fields.get(key) instanceof String text ? text : "";
    }

    private int integer(String key) {
        if (fields.get(key) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(key + " of the manifest: " + fields.get(key));
    }

    private Number number(String key) {
        if (fields.get(key) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException(key + " of the manifest: " + fields.get(key));
    }
}
