package io.verbatim.evaluation.behaviour;

import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.perturbation.Variation;
import io.verbatim.evaluation.Classifier;
import io.verbatim.evaluation.behaviour.Capability.Failure;
import io.verbatim.evaluation.behaviour.Capability.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Whether labels stay as they are under a change that leaves the meaning. */
final class Invariances {

    private record Outcome(int cases, List<Failure> failures) {}

    private Invariances() {}

    static Capability test(
            Kind kind,
            String name,
            Classifier classifier,
            List<AnnotatedArticle> articles,
            Function<AnnotatedArticle, Variation> change) {
        List<Outcome> outcomes = articles.parallelStream()
                .map(article -> test(change.apply(article), classifier))
                .toList();
        return new Capability(
                kind,
                name,
                outcomes.stream().mapToInt(Outcome::cases).sum(),
                outcomes.stream().flatMap(o -> o.failures().stream()).toList());
    }

    private static Outcome test(Variation variation, Classifier classifier) {
        if (variation.pairs().isEmpty()) {
            return new Outcome(0, List.of());
        }
        List<Probabilities> before = classifier.classify(variation.before());
        List<Probabilities> after = classifier.classify(variation.after());
        List<Failure> failures = new ArrayList<>();
        for (Variation.Pair pair : variation.pairs()) {
            Label expected = before.get(pair.before()).best();
            if (pair.after().isEmpty()) {
                String text = variation.before().sentences().get(pair.before()).text();
                failures.add(new Failure(variation.before().id(), text, expected.id(), "other borders"));
            } else {
                int place = pair.after().getAsInt();
                Label found = after.get(place).best();
                if (found != expected) {
                    String text = variation.after().sentences().get(place).text();
                    failures.add(new Failure(variation.before().id(), text, expected.id(), found.id()));
                }
            }
        }
        return new Outcome(variation.pairs().size(), failures);
    }
}
