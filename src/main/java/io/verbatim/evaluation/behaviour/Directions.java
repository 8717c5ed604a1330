package io.verbatim.evaluation.behaviour;

import io.verbatim.Probabilities;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.perturbation.Direction;
import io.verbatim.corpus.perturbation.Perturber;
import io.verbatim.corpus.perturbation.Variation;
import io.verbatim.evaluation.Classifier;
import io.verbatim.evaluation.behaviour.Capability.Failure;
import io.verbatim.evaluation.behaviour.Capability.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a probability moves as it should. */
final class Directions {

    /** A probability that must rise is high enough from here on, one that must fall is low enough below the rest of 1. */
    static final double REACHED = 0.95;

    /** A case and how it failed, if it did. */
    private record Outcome(Optional<Failure> failure) {}

    private Directions() {}

    static Capability test(
            Direction direction, Classifier classifier, List<AnnotatedArticle> articles, Perturber perturber) {
        List<Outcome> outcomes = articles.parallelStream()
                .flatMap(article -> test(direction, classifier, perturber.edits(direction, article)))
                .toList();
        return new Capability(
                Kind.DIRECTION,
                direction.id(),
                outcomes.size(),
                outcomes.stream().flatMap(o -> o.failure().stream()).toList());
    }

    private static Stream<Outcome> test(Direction direction, Classifier classifier, List<Variation> variations) {
        if (variations.isEmpty()) {
            return Stream.empty();
        }
        List<Probabilities> before = classifier.classify(variations.get(0).before());
        return variations.stream().map(variation -> {
            int place = variation.pairs().get(0).before();
            double p = before.get(place).of(direction.label());
            double q = classifier.classify(variation.after()).get(place).of(direction.label());
            return new Outcome(
                    asExpected(direction.rises(), p, q) ? Optional.empty() : failure(direction, variation, p, q));
        });
    }

    static boolean asExpected(boolean rises, double before, double after) {
        return rises ? after > before || after >= REACHED : after < before || after <= 1 - REACHED;
    }

    private static Optional<Failure> failure(Direction direction, Variation variation, double before, double after) {
        int place = variation.pairs().get(0).before();
        String label = direction.label().id();
        return Optional.of(new Failure(
                variation.before().id(),
                variation.after().sentences().get(place).text(),
                String.format(Locale.ROOT, "%s %s %.3f", label, direction.rises() ? "above" : "below", before),
                String.format(Locale.ROOT, "%.3f", after)));
    }
}
