package io.verbatim.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of one training. An article id means the same article in all of them, so where two tables hold it the
 * first wins and the article is left out of the later one.
 *
 * @param tables the tables in their order, each article in one of them only
 * @param warnings a line for each table that lost articles
 */
public record TrainingTables(List<Table> tables, List<String> warnings) {
    public TrainingTables {
        tables = List.copyOf(tables);
        warnings = List.copyOf(warnings);
    }

    /** Combines tables; the order decides who wins. */
    public static TrainingTables of(List<Table> tables) {
        Map<String, String> home = new HashMap<>();
        List<Table> kept = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Table table : tables) {
            List<AnnotatedArticle> clashing = table.articles().stream()
                    .filter(article -> home.containsKey(article.id()))
                    .toList();
            if (clashing.isEmpty()) {
                kept.add(table);
            } else {
                AnnotatedArticle first = clashing.get(0);
                warnings.add(table.name() + ":" + first.rows().get(0).line() + ": left out " + clashing.size()
                        + (clashing.size() == 1 ? " article that stands" : " articles that stand")
                        + " in an earlier table, first " + Excerpt.of(first.id()) + " of " + home.get(first.id()));
                List<AnnotatedArticle> rest = table.articles().stream()
                        .filter(article -> !home.containsKey(article.id()))
                        .toList();
                kept.add(new Table(table.name(), table.sha256(), table.furtherColumns(), rest));
            }
            table.articles().forEach(article -> home.putIfAbsent(article.id(), table.name()));
        }
        return new TrainingTables(kept, warnings);
    }

    /** All articles in order. */
    public List<AnnotatedArticle> articles() {
        return tables.stream().flatMap(table -> table.articles().stream()).toList();
    }
}
