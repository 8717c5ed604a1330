package io.verbatim.baseline;

import io.verbatim.evaluation.Trainer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a trained network must beat, each learned from the very articles the network gets and with the same quotations.
 * Safe for threads. Those of Smile throw {@link IllegalArgumentException} where a label has no training sentence.
 */
public enum Baseline {
    /** Always the commonest label of the training articles. */
    MAJORITY((train, dev, seed) -> Majority.train(train)),
    /** Quotation marks alone: direct if at least half of the words are quoted, else narrative. Learns nothing. */
    MARKS((train, dev, seed) -> new Marks()),
    /** Quotation marks and a list of reporting verbs. Learns nothing. */
    RULE((train, dev, seed) -> new Rule()),
    /** Smile's multinomial naive Bayes on words, bigrams and quotation state; smoothing chosen on dev. */
    NAIVE_BAYES((train, dev, seed) -> Bayes.train(train, dev)),
    /** A random forest of Smile's trees on the most telling features. */
    RANDOM_FOREST((train, dev, seed) -> Forest.train(train, seed)),
    /** Smile's maximum entropy model (logistic regression) on words, bigrams and quotation state; penalty chosen on dev. */
    MAXENT((train, dev, seed) -> LogLinear.train(train, dev));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Trainer trainer;

    Baseline(Trainer trainer) {
        this.trainer = trainer;
    }

    /** Its name on the command line and in reports: {@code majority}, {@code naive-bayes} …. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it learns from training articles; one that doesn't needs none. */
    public boolean learns() {
        return this != MARKS && this != RULE;
    }

    /** What learns it. */
    public Trainer trainer() {
        return trainer;
    }

    /** The baseline of this name, or empty where there is none. */
    public static Optional<Baseline> of(String id) {
        return Arrays.stream(values()).filter(b -> b.id().equals(id)).findFirst();
    }

    /** The names of all baselines, for messages. */
    public static String ids() {
        return Arrays.stream(values()).map(Baseline::id).collect(Collectors.joining(", "));
    }
}
