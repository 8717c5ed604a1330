package io.verbatim.server;

import io.verbatim.QuoteClassifier;
import java.io.IOException;

/** Loads the model anew and tells how it went. Safe for threads. */
final class Reloading {

    private final CurrentModel model;
    private final Metrics metrics;
    private final Notices notices;

    Reloading(CurrentModel model, Metrics metrics, Notices notices) {
        this.model = model;
        this.metrics = metrics;
        this.notices = notices;
    }

    /**
     * The new model, which labels from now on.
     *
     * @throws IOException if it can't be used; the old one goes on
     */
    QuoteClassifier reload() throws IOException {
        try {
            QuoteClassifier classifier = model.reload();
            metrics.reloaded(true);
            notices.line("model "
                    + classifier.manifest().get("name") + " "
                    + classifier.manifest().get("version") + " serves");
            return classifier;
        } catch (IOException e) {
            metrics.reloaded(false);
            notices.line((model.classifier().isPresent()
                            ? "the new model is refused, the old one goes on: "
                            : "the model is refused: ")
                    + e.getMessage());
            throw e;
        }
    }
}
