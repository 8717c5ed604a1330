package io.verbatim.evaluation;

import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A way to sort sentences into groups, each of which is scored by itself. Immutable.
 *
 * @param name what it sorts by, such as {@code publisher}
 * @param order the keys that come first in the report, in this order; the others follow by support
 * @param keys the groups of a sentence: none, one or several
 */
public record Grouping(String name, List<String> order, Function<Scored, List<String>> keys) {

    private static final int[] LENGTHS = {5, 10, 15, 20, 30, 40};
    private static final double[] CONFIDENCES = {0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99};

    public Grouping {
        order = List.copyOf(order);
    }

    /** By publisher, quotation state, length in words and confidence: what needs no column of the table. */
    public static List<Grouping> standard() {
        return List.of(byPublisher(), byQuotationState(), byLength(), byConfidence());
    }

    /** By what precedes the slash of the article's id; articles without one make one group {@code (none)}. */
    public static Grouping byPublisher() {
        return new Grouping(
                "publisher", List.of(), s -> List.of(publisher(s.article().id())));
    }

    /** By {@link QuotationState}. */
    public static Grouping byQuotationState() {
        return new Grouping(
                "quotation",
                Stream.of(QuotationState.values()).map(QuotationState::toString).toList(),
                s -> List.of(QuotationState.of(s.sentence()).toString()));
    }

    /** By the number of words in bands. */
    public static Grouping byLength() {
        return new Grouping("length", lengthBands(), s -> List.of(lengthBand(QuotationState.words(s.sentence()))));
    }

    /** By the probability of the most probable label in bands; sentences without probabilities are in none. */
    public static Grouping byConfidence() {
        return new Grouping(
                "confidence",
                confidenceBands(),
                s -> s.probabilities().stream()
                        .map(p -> confidenceBand(p.confidence()))
                        .toList());
    }

    /** By the phenomena that a file names. */
    public static Grouping byPhenomenon(Phenomena phenomena) {
        return new Grouping("phenomenon", List.of(), phenomena::of);
    }

    /**
     * By a further column of the table.
     *
     * @throws InputException where the table has no such column
     */
    public static Grouping byColumn(Table table, String column) throws InputException {
        int index = table.furtherColumns().indexOf(column);
        if (index < 0) {
            throw new InputException(table.name() + ", line 1: no column " + column + "; it has "
                    + (table.furtherColumns().isEmpty()
                            ? "no further ones"
                            : String.join(", ", table.furtherColumns())));
        }
        return new Grouping(column, List.of(), s -> {
            String value = s.row().further().get(index);
            return List.of(value.isEmpty() ? "(none)" : value);
        });
    }

    /**
     * By the name of a breakdown on the command line: {@code publisher}, {@code quotation}, {@code length},
     * {@code confidence}, or a further column of the table.
     *
     * @throws InputException where it is none of these
     */
    public static Grouping named(String name, Table table) throws InputException {
        Optional<Grouping> standard =
                standard().stream().filter(g -> g.name().equals(name)).findFirst();
        return standard.isPresent() ? standard.get() : byColumn(table, name);
    }

    /** The publisher in an article's id, or {@code (none)}. */
    static String publisher(String articleId) {
        int slash = articleId.indexOf('/');
        return slash <= 0 ? "(none)" : articleId.substring(0, slash);
    }

    static String lengthBand(int words) {
        int low = 0;
        for (int high : LENGTHS) {
            if (words <= high) {
                return low + "–" + high + " words";
            }
            low = high + 1;
        }
        return low + " words and more";
    }

    static String confidenceBand(double confidence) {
        String low = "0";
        for (double high : CONFIDENCES) {
            if (confidence < high) {
                return low + " to below " + high;
            }
            low = String.valueOf(high);
        }
        return low + " to 1";
    }

    private static List<String> lengthBands() {
        return Stream.concat(Stream.of(5, 10, 15, 20, 30, 40).map(Grouping::lengthBand), Stream.of(lengthBand(41)))
                .toList();
    }

    private static List<String> confidenceBands() {
        return Stream.of(0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
                .map(Grouping::confidenceBand)
                .toList();
    }
}
