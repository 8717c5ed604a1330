package io.verbatim.evaluation;

import java.util.List;

/** A table of a page. Cells are HTML already; the head is plain text. */
final class HtmlTable {

    private final StringBuilder out = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");

    HtmlTable(String... head) {
        for (String cell : head) {
            out.append("<th scope=\"col\">").append(Html.escape(cell)).append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
    }

    /** A row whose first cell names it. */
    void row(List<String> cells) {
        out.append("<tr><th scope=\"row\">").append(cells.get(0)).append("</th>");
        cells.subList(1, cells.size())
                .forEach(cell -> out.append("<td>").append(cell).append("</td>"));
        out.append("</tr>\n");
    }

    @Override
    public String toString() {
        return out + "</tbody>\n</table></div>\n";
    }
}
