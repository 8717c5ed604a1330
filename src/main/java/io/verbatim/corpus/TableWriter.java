package io.verbatim.corpus;

import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes tables that {@link TableReader} reads back: the five columns, then the further ones in their order. Lines end
 * with a line feed.
 */
public final class TableWriter {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private TableWriter() {}

    /** Writes a table to a file, which is there whole or not at all. */
    public static void write(Table table, Path file) throws IOException {
        AtomicFile.writeText(file, out -> write(table, out));
    }

    /** Writes a table; the writer is flushed and stays open. */
    public static void write(Table table, Writer out) throws IOException {
        write(table.furtherColumns(), table.articles(), out);
    }

    /** Writes articles as a table to a file, which is there whole or not at all. */
    public static void write(List<String> furtherColumns, List<AnnotatedArticle> articles, Path file)
            throws IOException {
        AtomicFile.writeText(file, out -> write(furtherColumns, articles, out));
    }

    /** Writes articles as a table; the writer is flushed and stays open. */
    public static void write(List<String> furtherColumns, List<AnnotatedArticle> articles, Writer out)
            throws IOException {
        // Not closed: that would close the caller's writer.
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        List<String> header = new ArrayList<>(TableRows.COLUMNS);
        header.addAll(furtherColumns);
        printer.printRecord(header);
        for (AnnotatedArticle article : articles) {
            List<Sentence> sentences = article.article().sentences();
            for (int i = 0; i < sentences.size(); i++) {
                AnnotatedArticle.Row row = article.rows().get(i);
                List<String> fields = new ArrayList<>(header.size());
                fields.add(article.id());
                fields.add(row.paragraph());
                fields.add(row.sentence());
                fields.add(sentences.get(i).text());
                fields.add(article.labels().get(i).map(Label::id).orElse(""));
                fields.addAll(row.further());
                printer.printRecord(fields);
            }
        }
        printer.flush();
    }
}
