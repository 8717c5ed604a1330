package io.verbatim.evaluation;

import io.verbatim.article.Label;
import java.util.Optional;

/**
 * How often each label was answered by each: the metrics that need no probabilities. Immutable and safe for threads.
 *
 * <p>Counts: (labels × labels + 1), the last column the sentences on which the classifier abstained. An abstained
 * sentence counts as one that got a label which none has: it lowers recall and accuracy and leaves precision as it is.
 *
 * <p>Where a metric divides by zero it is 0, as scikit-learn's with {@code labels=[all three]} and
 * {@code zero_division=0}: precision of a label never answered, recall and F1 of one that no sentence has. So is
 * Cohen's kappa where chance agrees wholly (scikit-learn gives NaN unless told {@code replace_undefined_by=0}), and
 * everything where there is no sentence.
 */
public final class Confusion {

    /** The column of sentences without an answer. */
    static final int ABSTAINED = Label.all().size();

    private static final int LABELS = Label.all().size();
    private static final int COLUMNS = LABELS + 1;

    private final long[] counts;

    private Confusion(long[] counts) {
        this.counts = counts;
    }

    /** The counts of some outcomes. */
    static Confusion of(Outcomes outcomes) {
        long[] counts = new long[LABELS * COLUMNS];
        for (int i = 0; i < outcomes.size(); i++) {
            counts[cell(outcomes.gold()[i], outcomes.predicted()[i])]++;
        }
        return new Confusion(counts);
    }

    /** The counts by cell as {@link #cell} numbers them; the array is copied. */
    static Confusion ofCells(long[] counts) {
        return new Confusion(counts.clone());
    }

    static int cells() {
        return LABELS * COLUMNS;
    }

    static int cell(int gold, int predicted) {
        return gold * COLUMNS + predicted;
    }

    /** The sentences of a label that were given another, or the same. */
    public long count(Label gold, Label predicted) {
        return count(gold.ordinal(), predicted.ordinal());
    }

    /** The sentences of a label on which the classifier abstained. */
    public long abstained(Label gold) {
        return count(gold.ordinal(), ABSTAINED);
    }

    /** The sentences on which the classifier abstained. */
    public long abstained() {
        return answered(ABSTAINED);
    }

    /** The sentences that have a label. */
    public long support(Label gold) {
        return support(gold.ordinal());
    }

    /** The sentences that were given a label. */
    public long predicted(Label label) {
        return answered(label.ordinal());
    }

    /** All sentences. */
    public long total() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The sentences that were given the label they have. */
    public long correct() {
        long sum = 0;
        for (int label = 0; label < LABELS; label++) {
            sum += count(label, label);
        }
        return sum;
    }

    /** The share of a label's sentences that were given a label, or none where {@code predicted} is empty. */
    public double rate(Label gold, Optional<Label> predicted) {
        return ratio(count(gold.ordinal(), predicted.map(Label::ordinal).orElse(ABSTAINED)), support(gold));
    }

    /** The share of those given a label that have it. */
    public double precision(Label label) {
        return ratio(count(label, label), predicted(label));
    }

    /** The share of those that have a label that were given it. */
    public double recall(Label label) {
        return ratio(count(label, label), support(label));
    }

    /** The harmonic mean of precision and recall. */
    public double f1(Label label) {
        return ratio(2.0 * count(label, label), predicted(label) + support(label));
    }

    /** The mean of the three labels' F1, whether or not they occur. */
    public double macroF1() {
        double sum = 0;
        for (Label label : Label.all()) {
            sum += f1(label);
        }
        return sum / LABELS;
    }

    /** The F1 of all labels' decisions pooled; the accuracy where the classifier never abstains. */
    public double microF1() {
        long total = total();
        return ratio(2.0 * correct(), 2 * total - abstained());
    }

    /** The mean of the labels' F1 weighted by how many sentences have them. */
    public double weightedF1() {
        double sum = 0;
        for (Label label : Label.all()) {
            sum += f1(label) * support(label);
        }
        return ratio(sum, total());
    }

    /** The share of all sentences that were given the label they have. */
    public double accuracy() {
        return ratio(correct(), total());
    }

    /** The share of all sentences that were given a label. */
    public double coverage() {
        return ratio(total() - abstained(), total());
    }

    /** The share of the sentences given a label that were given the one they have. */
    public double answeredAccuracy() {
        return ratio(correct(), total() - abstained());
    }

    /**
     * Agreement beyond chance (Cohen 1960, A coefficient of agreement for nominal scales).
     */
    public double kappa() {
        double n = total();
        double chance = 0;
        for (int label = 0; label < LABELS; label++) {
            chance += (double) support(label) * answered(label);
        }
        return ratio(n * correct() - chance, n * n - chance);
    }

    /**
     * Matthews' correlation coefficient for several classes (Gorodkin 2004, Comparing two K-category assignments by a
     * K-category correlation coefficient).
     */
    public double mcc() {
        double n = total();
        double chance = 0;
        double gold = 0;
        double answered = 0;
        for (int label = 0; label < COLUMNS; label++) {
            double has = label == ABSTAINED ? 0 : support(label);
            double given = answered(label);
            chance += has * given;
            gold += has * has;
            answered += given * given;
        }
        return ratio(n * correct() - chance, Math.sqrt((n * n - answered) * (n * n - gold)));
    }

    private long count(int gold, int predicted) {
        return counts[cell(gold, predicted)];
    }

    private long support(int gold) {
        long sum = 0;
        for (int predicted = 0; predicted < COLUMNS; predicted++) {
            sum += count(gold, predicted);
        }
        return sum;
    }

    private long answered(int predicted) {
        long sum = 0;
        for (int gold = 0; gold < LABELS; gold++) {
            sum += count(gold, predicted);
        }
        return sum;
    }

    private static double ratio(double numerator, double denominator) {
        return denominator == 0 ? 0 : numerator / denominator;
    }
}
