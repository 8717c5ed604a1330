package io.verbatim.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a sentence of a news article is. The order of the constants is the order of probabilities everywhere. */
public enum Label {
    /** At least a third of its words are reported content, and at least half of those stand in quotation marks. */
    DIRECT,
    /** At least a third of its words are reported content, and fewer than half of those stand in quotation marks. */
    PARAPHRASE,
    /** Everything else: events, background, attributions that stand alone. */
    NARRATIVE;

    private static final List<Label> ALL = List.of(values());

    private final String id = name().toLowerCase(Locale.ROOT);

    /** All labels in the order of probabilities. */
    public static List<Label> all() {
        return ALL;
    }

    /** The label's name in tables and JSON: {@code direct}, {@code paraphrase} or {@code narrative}. */
    public String id() {
        return id;
    }

    /** The label of this name in tables and JSON, or empty where there is none. */
    public static Optional<Label> of(String id) {
        return ALL.stream().filter(label -> label.id.equals(id)).findFirst();
    }

    /** The names of all labels, for messages: {@code direct, paraphrase, narrative}. */
    public static String ids() {
        return Arrays.stream(values()).map(Label::id).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return id;
    }
}
