package io.verbatim.corpus;

import java.util.List;

/**
 * A table of labelled sentences: {@code article,paragraph,sentence,text,label} and further columns.
 *
 * @param name the file's name as given, for messages
 * @param sha256 the SHA-256 of the table's bytes (uncompressed) in hexadecimal
 * @param furtherColumns names of the columns beside the five
 * @param articles the articles in the table's order
 */
public record Table(String name, String sha256, List<String> furtherColumns, List<AnnotatedArticle> articles) {
    public Table {
        furtherColumns = List.copyOf(furtherColumns);
        articles = List.copyOf(articles);
    }

    /** The number of sentences. */
    public int sentences() {
        return articles.stream().mapToInt(a -> a.labels().size()).sum();
    }
}
