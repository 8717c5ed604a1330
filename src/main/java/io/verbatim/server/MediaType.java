package io.verbatim.server;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of body that the server takes, all of them UTF-8. */
enum MediaType {
    TEXT("text/plain"),
    JSON("application/json"),
    STREAM("application/x-ndjson"),
    STREAM_OF_LINES("application/jsonl");

    /** All of them, for messages and headers. */
    static final String ALL = "text/plain, application/json, application/x-ndjson, application/jsonl";

    private final String id;

    MediaType(String id) {
        this.id = id;
    }

    /** The type of a Content-Type header, or empty where it is none of these or not UTF-8. */
    static Optional<MediaType> of(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].trim();
            // Also one without its equals sign, which the HTTP library takes for whole.
            if (parameter.contains("charset") && !parameter.replace("\"", "").equals("charset=utf-8")) {
                return Optional.empty();
            }
        }
        for (MediaType type : values()) {
            if (type.id.equals(parts[0].trim())) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return id;
    }
}
