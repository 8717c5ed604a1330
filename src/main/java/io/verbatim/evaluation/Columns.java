package io.verbatim.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table as text: the first column set left, the others right, two spaces between. For one thread. */
public final class Columns {

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with the names of its columns. */
    public Columns(String... head) {
        rows.add(List.of(head));
    }

    /** Adds a row with a field for each column. */
    public void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    @Override
    public String toString() {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(rows.get(0).size(), 0));
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths.set(c, Math.max(widths.get(c), width(row.get(c))));
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                String space = " ".repeat(widths.get(c) - width(row.get(c)));
                line.append(c == 0 ? row.get(c) + space : "  " + space + row.get(c));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
