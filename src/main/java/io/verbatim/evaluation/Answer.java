package io.verbatim.evaluation;

import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import java.util.Optional;

/**
 * What a classifier said of one sentence.
 *
 * @param label the label it chose; empty where it abstained
 * @param probabilities how probable it holds each label; empty where it doesn't say
 */
public record Answer(Optional<Label> label, Optional<Probabilities> probabilities) {

    /** The most probable label, or none where its probability is below {@code abstain}. */
    public static Answer of(Probabilities probabilities, double abstain) {
        Optional<Label> label =
                probabilities.confidence() < abstain ? Optional.empty() : Optional.of(probabilities.best());
        return new Answer(label, Optional.of(probabilities));
    }
}
