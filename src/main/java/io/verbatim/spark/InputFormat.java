package io.verbatim.spark;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How an archive is stored, by the endings of its files. */
enum InputFormat {
    PARQUET("\\.parquet"),
    JSON_LINES("\\.(jsonl|ndjson|json)(\\.(gz|bz2|zst))?"),
    CSV("\\.csv(\\.(gz|bz2|zst))?");

    private final Pattern ending;

    InputFormat(String ending) {
        this.ending = Pattern.compile(".*" + ending);
    }

    /** The format of a file of this name, if it is one. */
    static Optional<InputFormat> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (InputFormat format : values()) {
            if (format.ending.matcher(lower).matches()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
