package io.verbatim.spark;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the rows of an input. Immutable.
 *
 * @param articles articles labelled
 * @param sentences sentences labelled
 * @param refused rows refused for each reason that occurred, by its code
 */
record Totals(long articles, long sentences, SortedMap<String, Long> refused) {

    static final Totals NONE = new Totals(0, 0, new TreeMap<>());

    Totals {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    Totals plus(Totals other) {
        TreeMap<String, Long> sum = new TreeMap<>(refused);
        other.refused.forEach((reason, rows) -> sum.merge(reason, rows, Long::sum));
        return new Totals(articles + other.articles, sentences + other.sentences, sum);
    }

    @Override
    public String toString() {
        long rows = refused.values().stream().mapToLong(Long::longValue).sum();
        return articles + " articles of " + sentences + " sentences labelled, " + rows + " rows refused"
                + (refused.isEmpty() ? "" : " " + refused);
    }
}
