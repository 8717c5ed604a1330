package io.verbatim.evaluation;

import io.verbatim.article.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The scalar metrics, each with its name in JSON and gates. {@link Confusion} says what they are where they divide by zero. */
public enum Metric {
    /** The mean of the three labels' F1. */
    MACRO_F1("macro-f1", s -> s.confusion().macroF1()),
    /** The F1 of all decisions pooled. */
    MICRO_F1("micro-f1", s -> s.confusion().microF1()),
    /** The mean of the labels' F1 weighted by support. */
    WEIGHTED_F1("weighted-f1", s -> s.confusion().weightedF1()),
    /** The share of right answers among all sentences. */
    ACCURACY("accuracy", s -> s.confusion().accuracy()),
    /** Cohen's kappa. */
    KAPPA("kappa", s -> s.confusion().kappa()),
    /** Matthews' correlation coefficient. */
    MCC("mcc", s -> s.confusion().mcc()),
    /** The share of sentences answered. */
    COVERAGE("coverage", s -> s.confusion().coverage()),
    /** The share of right answers among the sentences answered. */
    ANSWERED_ACCURACY("answered-accuracy", s -> s.confusion().answeredAccuracy()),
    /** Precision of direct quotes. */
    DIRECT_PRECISION("direct-precision", s -> s.confusion().precision(Label.DIRECT)),
    /** Recall of direct quotes. */
    DIRECT_RECALL("direct-recall", s -> s.confusion().recall(Label.DIRECT)),
    /** F1 of direct quotes. */
    DIRECT_F1("direct-f1", s -> s.confusion().f1(Label.DIRECT)),
    /** Precision of paraphrased claims. */
    PARAPHRASE_PRECISION("paraphrase-precision", s -> s.confusion().precision(Label.PARAPHRASE)),
    /** Recall of paraphrased claims. */
    PARAPHRASE_RECALL("paraphrase-recall", s -> s.confusion().recall(Label.PARAPHRASE)),
    /** F1 of paraphrased claims. */
    PARAPHRASE_F1("paraphrase-f1", s -> s.confusion().f1(Label.PARAPHRASE)),
    /** Precision of narrative. */
    NARRATIVE_PRECISION("narrative-precision", s -> s.confusion().precision(Label.NARRATIVE)),
    /** Recall of narrative. */
    NARRATIVE_RECALL("narrative-recall", s -> s.confusion().recall(Label.NARRATIVE)),
    /** F1 of narrative. */
    NARRATIVE_F1("narrative-f1", s -> s.confusion().f1(Label.NARRATIVE)),
    /** Area under the precision-recall curve (average precision) of direct quotes. */
    DIRECT_AUPRC("direct-auprc", true, true, s -> s.known().averagePrecision(Label.DIRECT)),
    /** Area under the precision-recall curve (average precision) of paraphrased claims. */
    PARAPHRASE_AUPRC("paraphrase-auprc", true, true, s -> s.known().averagePrecision(Label.PARAPHRASE)),
    /** Area under the precision-recall curve (average precision) of narrative. */
    NARRATIVE_AUPRC("narrative-auprc", true, true, s -> s.known().averagePrecision(Label.NARRATIVE)),
    /** The mean of −ln p(gold), in nats; p is taken as at least 2⁻⁵². Less is better. */
    LOG_LOSS("log-loss", true, false, s -> s.known().logLoss()),
    /** The mean over sentences of the squared errors summed over the labels, from 0 to 2. Less is better. */
    BRIER("brier", true, false, s -> s.known().brier()),
    /**
     * Expected calibration error: over {@value Curves#BINS} bins of equal width of the top probability, the mean
     * distance of accuracy and mean probability, weighted by sentences; the label that counts is the most probable
     * one, also where the classifier abstained. Less is better.
     */
    CALIBRATION_ERROR("calibration-error", true, false, s -> s.known().calibrationError());

    private final String id;
    private final boolean needsProbabilities;
    private final boolean moreIsBetter;

    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<Sample> value;

    Metric(String id, ToDoubleFunction<Sample> value) {
        this(id, false, true, value);
    }

    Metric(String id, boolean needsProbabilities, boolean moreIsBetter, ToDoubleFunction<Sample> value) {
        this.id = id;
        this.needsProbabilities = needsProbabilities;
        this.moreIsBetter = moreIsBetter;
        this.value = value;
    }

    /** Its name in JSON and gates, such as {@code macro-f1}. */
    public String id() {
        return id;
    }

    /** The metric of this name, or empty where there is none. */
    public static Optional<Metric> of(String id) {
        return Arrays.stream(values()).filter(m -> m.id.equals(id)).findFirst();
    }

    /** The names of all metrics, for messages. */
    public static String ids() {
        return Arrays.stream(values()).map(Metric::id).collect(Collectors.joining(", "));
    }

    /** Whether it is known only where the classifier gives probabilities. */
    public boolean needsProbabilities() {
        return needsProbabilities;
    }

    /** Whether a higher value is the better one. */
    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** Whether it tells of one label rather than of all. */
    public boolean ofOneLabel() {
        return Label.all().stream().anyMatch(label -> id.startsWith(label.id() + "-"));
    }

    /** The metrics that are known with or without probabilities. */
    static List<Metric> known(boolean probabilities) {
        return Arrays.stream(values())
                .filter(m -> probabilities || !m.needsProbabilities)
                .toList();
    }

    double of(Sample sample) {
        return value.applyAsDouble(sample);
    }

    @Override
    public String toString() {
        return id;
    }
}
