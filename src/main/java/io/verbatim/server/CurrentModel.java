package io.verbatim.server;

import io.verbatim.LabelledArticle;
import io.verbatim.LabelledSentence;
import io.verbatim.QuoteClassifier;
import io.verbatim.article.Label;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model that labels now. A new one takes its place once it has proven itself. Safe for threads. */
final class CurrentModel {

    private static final String PROBE = """
            The harbour board approved the new ferry on Monday.

            "It will be on time," said Ada Brandt, its chair. She said that the old boat had been sold.
            """;
    private static final int PROBE_SENTENCES = 3;
    private static final double TOLERANCE = 1e-3;

    private final ModelSource source;
    private volatile @Nullable QuoteClassifier classifier;

    CurrentModel(ModelSource source) {
        this.source = source;
    }

    /**
     * Loads the model and lets it label a text; the one before goes on until that went well.
     *
     * @throws IOException if the model can't be read, is no model or labels nonsense
     */
    synchronized QuoteClassifier reload() throws IOException {
        QuoteClassifier loaded = source.load();
        prove(loaded);
        classifier = loaded;
        return loaded;
    }

    /** The classifier, or empty before the first one is loaded. */
    Optional<QuoteClassifier> classifier() {
        return Optional.ofNullable(classifier);
    }

    /** The classifier; before the first one is loaded, the server is busy. */
    QuoteClassifier ready() throws ProblemException {
        return classifier()
                .orElseThrow(() ->
                        Problem.busy("not-ready", "the model is being loaded").exception());
    }

    private static void prove(QuoteClassifier candidate) throws IOException {
        LabelledArticle probe = candidate.label(PROBE);
        if (probe.sentences().size() != PROBE_SENTENCES
                || !probe.sentences().stream().allMatch(CurrentModel::sound)) {
            throw new IOException("the model gives no probabilities; train or download it again");
        }
    }

    private static boolean sound(LabelledSentence sentence) {
        double sum = 0;
        for (Label label : Label.all()) {
            double p = sentence.probabilities().of(label);
            if (!(p >= 0 && p <= 1)) {
                return false;
            }
            sum += p;
        }
        return Math.abs(sum - 1) < TOLERANCE;
    }
}
