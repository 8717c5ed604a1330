package io.verbatim.training;

import io.verbatim.corpus.Table;

/**
 * A table to train on.
 *
 * @param table the table
 * @param weight the factor of its sentences in the loss, above 0
 */
public record WeightedTable(Table table, double weight) {
    public WeightedTable {
        if (!(weight > 0 && weight <= 1000)) {
            throw new IllegalArgumentException("weight must be above 0 and at most 1000, not " + weight);
        }
    }
}
