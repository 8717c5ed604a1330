package io.verbatim.corpus;

import io.verbatim.article.Label;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * How far two labellings of the same text agree: observed agreement, Cohen's kappa (1960) with a 95 % percentile interval
 * by bootstrap over articles, positive agreement by label, and the sentences on which they differ. Sentences are matched
 * by article, order and text; those that only one table holds, or only one labels, are counted and left out. Immutable
 * and safe for threads.
 */
public final class Agreement {

    private static final int RESAMPLES = 2000;
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final CommonSentences common;
    private final List<LabelPair> pairs;
    private final Confusion confusion;
    private final double[] interval;

    private Agreement(CommonSentences common, long seed) {
        this.common = common;
        this.pairs = common.articles().stream()
                .flatMap(List::stream)
                .filter(LabelPair::isLabelled)
                .toList();
        this.confusion = Confusion.of(pairs);
        this.interval = interval(
                common.articles().stream()
                        .map(Confusion::of)
                        .filter(article -> article.total() > 0)
                        .toList(),
                seed);
    }

    /** The agreement of two tables; the seed draws the articles of the bootstrap. */
    public static Agreement of(Table a, Table b, long seed) {
        return new Agreement(CommonSentences.of(a, b), seed);
    }

    /** The bounds of the interval; none where fewer than two articles tell how kappa varies. */
    private static double[] interval(List<Confusion> articles, long seed) {
        if (articles.size() < 2) {
            return new double[0];
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] kappas = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            Confusion sample = new Confusion();
            for (int n = 0; n < articles.size(); n++) {
                sample.add(articles.get(random.nextInt(articles.size())));
            }
            kappas[i] = sample.kappa();
        }
        double[] sorted =
                Arrays.stream(kappas).filter(k -> !Double.isNaN(k)).sorted().toArray();
        if (sorted.length == 0) {
            return new double[0];
        }
        return new double[] {percentile(sorted, 0.025), percentile(sorted, 0.975)};
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** The number of sentences that both tables label. */
    public int sentences() {
        return pairs.size();
    }

    /** The number of articles that have a common sentence. */
    public int articles() {
        return common.articles().size();
    }

    /** The number of common sentences that a table leaves without a label. */
    public int unlabelled() {
        return common.articles().stream().mapToInt(List::size).sum() - pairs.size();
    }

    /** The number of sentences that only the first table holds. */
    public int onlyInA() {
        return common.onlyInA();
    }

    /** The number of sentences that only the second table holds. */
    public int onlyInB() {
        return common.onlyInB();
    }

    /** How many sentences have one label in the first table and another, or the same, in the second. */
    public long count(Label a, Label b) {
        return confusion.count(a, b);
    }

    /** The share of sentences with the same label, or empty where there are none. */
    public OptionalDouble observed() {
        return defined(confusion.observed());
    }

    /** Cohen's kappa, or empty where it is not defined: there are no sentences, or all have one label. */
    public OptionalDouble kappa() {
        return defined(confusion.kappa());
    }

    /** The lower bound of kappa's interval, or empty where there are fewer than two articles. */
    public OptionalDouble kappaLow() {
        return interval.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(interval[0]);
    }

    /** The upper bound of kappa's interval, or empty where there are fewer than two articles. */
    public OptionalDouble kappaHigh() {
        return interval.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(interval[1]);
    }

    /** The positive agreement on a label (F1 with either table as the truth), or empty where neither gives it. */
    public OptionalDouble positiveAgreement(Label label) {
        return defined(confusion.positiveAgreement(label));
    }

    private static OptionalDouble defined(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The sentences whose labels differ, in the first table's order. */
    public List<LabelPair> differing() {
        return pairs.stream().filter(pair -> !pair.a().equals(pair.b())).toList();
    }

    /** Writes the differing sentences as CSV: {@code article,paragraph,sentence,text,label_a,label_b}. */
    public void writeDiffering(Writer out) throws IOException {
        // Not closed: that would close the caller's writer.
        CSVPrinter printer = new CSVPrinter(out, CSV);
        printer.printRecord("article", "paragraph", "sentence", "text", "label_a", "label_b");
        for (LabelPair pair : differing()) {
            printer.printRecord(
                    pair.article(),
                    pair.row().paragraph(),
                    pair.row().sentence(),
                    pair.text(),
                    pair.a().orElseThrow().id(),
                    pair.b().orElseThrow().id());
        }
        printer.flush();
    }
}
