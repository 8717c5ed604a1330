package io.verbatim.server;

import io.verbatim.QuoteClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the server's model comes from, at the start and at each reload. */
@FunctionalInterface
public interface ModelSource {

    /**
     * Loads the model.
     *
     * @throws IOException if it can't be read or is no model
     */
    QuoteClassifier load() throws IOException;

    /** The model of a file, read anew each time; messages don't name its path. */
    static ModelSource file(Path path) {
        return () -> {
            try (InputStream in = Files.newInputStream(path)) {
                return QuoteClassifier.load("the model file", in);
            }
        };
    }
}
