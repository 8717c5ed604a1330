package io.verbatim.corpus;

import io.verbatim.article.Label;
import java.util.List;

/** How often each label of one table meets each of another: (labels, labels). Not safe for threads while it is filled. */
final class Confusion {

    private final long[][] counts = new long[Label.all().size()][Label.all().size()];

    static Confusion of(List<LabelPair> pairs) {
        Confusion confusion = new Confusion();
        pairs.stream()
                .filter(LabelPair::isLabelled)
                .forEach(pair -> confusion
                        .counts[pair.a().orElseThrow().ordinal()][
                        pair.b().orElseThrow().ordinal()]++);
        return confusion;
    }

    void add(Confusion other) {
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                counts[i][j] += other.counts[i][j];
            }
        }
    }

    long count(Label a, Label b) {
        return counts[place(a)][place(b)];
    }

    private static int place(Label label) {
        return Label.all().indexOf(label);
    }

    long inA(Label label) {
        return Label.all().stream().mapToLong(b -> count(label, b)).sum();
    }

    long inB(Label label) {
        return Label.all().stream().mapToLong(a -> count(a, label)).sum();
    }

    long total() {
        return Label.all().stream().mapToLong(this::inA).sum();
    }

    long agreeing() {
        return Label.all().stream().mapToLong(label -> count(label, label)).sum();
    }

    /** The share on which both agree; NaN where there is nothing. */
    double observed() {
        return agreeing() / (double) total();
    }

    /** Cohen's kappa (1960); NaN where chance alone would agree on everything, or there is nothing. */
    double kappa() {
        double total = total();
        double chance = Label.all().stream()
                .mapToDouble(label -> inA(label) / total * (inB(label) / total))
                .sum();
        return chance >= 1 ? Double.NaN : (observed() - chance) / (1 - chance);
    }

    /** The positive agreement on a label, which is F1 with either side as the truth; NaN where neither gives it. */
    double positiveAgreement(Label label) {
        return 2.0 * count(label, label) / (inA(label) + inB(label));
    }
}
