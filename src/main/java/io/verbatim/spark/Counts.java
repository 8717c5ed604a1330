package io.verbatim.spark;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * Counts of what a job did. They are exact where the labelling runs in the job's last stage, as it does here: Spark adds
 * a task's part once, however often the task is tried.
 */
final class Counts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LongAccumulator articles;
    private final LongAccumulator sentences;
    private final EnumMap<Refusal, LongAccumulator> refused = new EnumMap<>(Refusal.class);

    Counts(SparkContext context) {
        articles = context.longAccumulator();
        sentences = context.longAccumulator();
        for (Refusal refusal : Refusal.values()) {
            refused.put(refusal, context.longAccumulator());
        }
    }

    void labelled(int sentencesOfArticle) {
        articles.add(1L);
        sentences.add(sentencesOfArticle);
    }

    void refused(Refusal reason) {
        Objects.requireNonNull(refused.get(reason)).add(1L);
    }

    /** What has been counted so far, by the driver. */
    Totals totals() {
        TreeMap<String, Long> rows = new TreeMap<>();
        refused.forEach((reason, count) -> {
            if (count.value() > 0) {
                rows.put(reason.code(), count.value());
            }
        });
        return new Totals(articles.value(), sentences.value(), rows);
    }
}
