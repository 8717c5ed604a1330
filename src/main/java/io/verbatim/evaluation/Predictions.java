package io.verbatim.evaluation;

import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers that another program gave to the sentences of a table: a CSV file with the columns {@code article},
 * {@code text} and {@code label}, optionally {@code p_direct}, {@code p_paraphrase} and {@code p_narrative}, and with
 * the table's rows in the table's order. An empty label is an abstention.
 */
public final class Predictions {

    static final String[] PROBABILITIES = {"p_direct", "p_paraphrase", "p_narrative"};
    /** How far the sum of probabilities that were rounded for print may lie from 1. */
    private static final double ROUNDING = 0.02;

    private Predictions() {}

    /**
     * Reads the answers to a table's sentences; probabilities are scaled to sum to 1.
     *
     * @param file the file, gzipped or not
     * @param gold the table with the labels
     * @throws InputException where the file doesn't fit the table, naming the first difference, or a field can't be read
     */
    public static List<ScoredArticle> read(Path file, Table gold) throws IOException {
        try (CsvRows rows = CsvRows.open(file)) {
            rows.require("article", "text", "label");
            boolean probabilities = rows.has(PROBABILITIES[0]);
            if (probabilities) {
                rows.require(PROBABILITIES);
            }
            List<ScoredArticle> scored = new ArrayList<>();
            for (AnnotatedArticle article : gold.articles()) {
                List<Answer> answers = new ArrayList<>();
                List<Sentence> sentences = article.article().sentences();
                for (int i = 0; i < sentences.size(); i++) {
                    String there =
                            gold.name() + ", line " + article.rows().get(i).line();
                    if (!rows.next()) {
                        throw new InputException(file + ": ends before article " + article.id() + " of " + there
                                + "; give one row for each of the table's " + gold.sentences() + " sentences");
                    }
                    check(rows, "article", article.id(), there);
                    check(rows, "text", sentences.get(i).text(), there);
                    answers.add(new Answer(
                            label(rows), probabilities ? Optional.of(probabilities(rows)) : Optional.empty()));
                }
                scored.add(new ScoredArticle(article, answers));
            }
            if (rows.next()) {
                throw new InputException(rows.place() + ": a row after the last of " + gold.name()
                        + "; give one row for each of the table's " + gold.sentences() + " sentences");
            }
            return scored;
        }
    }

    private static void check(CsvRows rows, String column, String expected, String there) throws InputException {
        String found = rows.get(column);
        if (!found.equals(expected)) {
            int at = mismatch(found, expected);
            throw new InputException(rows.place() + ": " + column + " is “" + excerpt(found, at) + "” but “"
                    + excerpt(expected, at) + "” in " + there + "; label that very table, in its order");
        }
    }

    private static Optional<Label> label(CsvRows rows) throws InputException {
        String field = rows.get("label").strip();
        Optional<Label> label = Label.of(field);
        if (label.isEmpty() && !field.isEmpty()) {
            throw new InputException(rows.place() + ": no label “" + excerpt(field, 0) + "”; use " + Label.ids()
                    + ", or leave it empty for none");
        }
        return label;
    }

    static Probabilities probabilities(CsvRows rows) throws InputException {
        double[] p = new double[PROBABILITIES.length];
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = probability(rows, PROBABILITIES[i]);
            sum += p[i];
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new InputException(rows.place() + ": the probabilities sum to " + sum + "; they must sum to 1");
        }
        return new Probabilities(p[0] / sum, p[1] / sum, p[2] / sum);
    }

    private static double probability(CsvRows rows, String column) throws InputException {
        String field = rows.get(column);
        try {
            double value = Double.parseDouble(field);
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new InputException(
                    rows.place() + ": " + column + " is “" + excerpt(field, 0) + "”; give a number from 0 to 1", e);
        }
        throw new InputException(rows.place() + ": " + column + " is " + field + "; give a number from 0 to 1");
    }

    private static int mismatch(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    /** Up to 60 code units around a position, on one line. */
    private static String excerpt(String text, int at) {
        int from = Math.max(0, Math.min(at - 20, text.length() - 60));
        int to = Math.min(text.length(), from + 60);
        String part = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        return part.replaceAll("\\R", " ");
    }
}
