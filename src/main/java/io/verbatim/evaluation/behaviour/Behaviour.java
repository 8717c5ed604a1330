package io.verbatim.evaluation.behaviour;

import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.perturbation.Direction;
import io.verbatim.corpus.perturbation.Invariance;
import io.verbatim.corpus.perturbation.Perturber;
import io.verbatim.corpus.perturbation.Pool;
import io.verbatim.evaluation.Classifier;
import io.verbatim.evaluation.behaviour.Capability.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a classifier behaves, capability by capability. {@link BehaviourReport} renders it. Immutable.
 *
 * @param model the classifier's name
 * @param data the name of the table whose articles were changed
 * @param capabilities what the tests showed
 */
public record Behaviour(String model, String data, List<Capability> capabilities) {

    public Behaviour {
        capabilities = List.copyOf(capabilities);
    }

    /**
     * Tests a classifier; articles are labelled in parallel.
     *
     * <ul>
     *   <li>Minimum functionality: the sentences of {@code hardCases} that name a capability must get their label.
     *   <li>Invariance: each {@link Invariance} is applied to whole articles of {@code data}; a sentence whose text it changed
     *       must keep the label that the classifier gave it before, right or wrong. Changes of form are applied to plain
     *       text too, where a sentence must also begin and end where it did.
     *   <li>Direction: each {@link Direction} is applied to one sentence of either at a time, in its article; the probability must
     *       move as it should, or lie above 0.95, or below 0.05, where it should rise or fall.
     * </ul>
     *
     * @param model the classifier's name
     * @param data articles to change; their labels say which sentences a direction applies to
     * @param hardCases small articles, see {@link HardCases}
     * @param seed of what is drawn by chance
     */
    public static Behaviour of(String model, Classifier classifier, Table data, List<HardCases> hardCases, long seed) {
        Perturber perturber = new Perturber(Pool.TESTS);
        List<AnnotatedArticle> articles = data.articles();
        List<Capability> capabilities = new ArrayList<>(HardCases.test(hardCases, classifier));
        for (Invariance invariance : Invariance.values()) {
            Kind kind = invariance.isOfForm() ? Kind.INVARIANCE_OF_FORM : Kind.INVARIANCE_OF_WORDS;
            if (invariance != Invariance.WINDOWS_LINE_ENDS) {
                capabilities.add(Invariances.test(
                        kind,
                        invariance.id(),
                        classifier,
                        articles,
                        article -> perturber.sentences(invariance, article.article(), seed)));
            }
            if (invariance.isOfForm()) {
                capabilities.add(Invariances.test(
                        kind,
                        invariance.id() + ", plain text",
                        classifier,
                        articles,
                        article -> perturber.text(invariance, article.article(), seed)));
            }
        }
        List<AnnotatedArticle> all = Stream.concat(
                        articles.stream(), hardCases.stream().flatMap(h -> h.table().articles().stream()))
                .toList();
        Stream.of(Direction.values())
                .map(direction -> Directions.test(direction, classifier, all, perturber))
                .forEach(capabilities::add);
        return new Behaviour(model, data.name(), capabilities);
    }

    /** All tests of a kind as one. */
    public Capability total(Kind kind) {
        List<Capability> own =
                capabilities.stream().filter(c -> c.kind() == kind).toList();
        return new Capability(
                kind,
                "all",
                own.stream().mapToInt(Capability::cases).sum(),
                own.stream().flatMap(c -> c.failures().stream()).toList());
    }
}
