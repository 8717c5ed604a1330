package io.verbatim.corpus;

import io.verbatim.corpus.CheckReport.TableSummary;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for everything that is wrong, or looks wrong, with tables that are to be used together: rows that can't be read,
 * labels, doubled articles and sentences, order, and texts that look damaged. Where a {@link TableReader} stops at the
 * first bad row, a check names all of them, up to a bound. Immutable and safe for threads.
 */
public final class TableCheck {

    private final ArticleReader reader;
    private final Unlabelled unlabelled;

    /**
     * A check.
     *
     * @param reader finds the quotations in the articles
     * @param unlabelled whether rows without a label are errors
     */
    public TableCheck(ArticleReader reader, Unlabelled unlabelled) {
        this.reader = reader;
        this.unlabelled = unlabelled;
    }

    /** Checks tables, each by itself and against those before it. */
    public CheckReport check(List<Path> files) {
        Map<String, Place> articles = new HashMap<>();
        Map<String, Place> sentences = new HashMap<>();
        List<TableSummary> summaries = new ArrayList<>();
        for (Path file : files) {
            summaries.add(check(file, articles, sentences));
        }
        return new CheckReport(summaries);
    }

    /** Where something stands that may come again. */
    record Place(String file, long line, String article) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    private TableSummary check(Path file, Map<String, Place> articles, Map<String, Place> sentences) {
        String name = file.toString();
        Findings findings = new Findings(name);
        ArticleChecks checks = new ArticleChecks(name, reader, findings, articles, sentences);
        boolean unreadable = false;
        try (InputStream in = InputBytes.open(file);
                TableRows rows = new TableRows(name, in, unlabelled, findings::error)) {
            List<TableRows.Row> together = new ArrayList<>();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                if (!together.isEmpty()
                        && !together.get(0).article().equals(row.get().article())) {
                    checks.article(together);
                    together.clear();
                }
                together.add(row.get());
            }
            if (!together.isEmpty()) {
                checks.article(together);
            }
            if (rows.rows() == 0) {
                findings.error("empty", 0, "a header and no rows; add a row for each sentence");
                unreadable = true;
            }
        } catch (IOException e) {
            addUnreadable(name, e, findings);
            unreadable = true;
        }
        checks.labelMix();
        return checks.summary(unreadable);
    }

    private static void addUnreadable(String name, IOException error, Findings findings) {
        String message = error instanceof NoSuchFileException || error instanceof AccessDeniedException
                ? "can't be opened; check the path and the file's mode"
                : String.valueOf(error.getMessage());
        Matcher located = Pattern.compile("(?s)" + Pattern.quote(name) + "(?::(\\d{1,15}))?: (.*)")
                .matcher(message);
        boolean matches = located.matches();
        long line = matches && located.group(1) != null ? Long.parseLong(located.group(1)) : 0;
        findings.error("unreadable", line, matches ? located.group(2) : message);
    }
}
