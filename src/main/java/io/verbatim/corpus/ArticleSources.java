package io.verbatim.corpus;

import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Opens input to be labelled: a text file (its name without the ending is the article's id), a folder of {@code .txt}
 * files (all below it, sorted; the path in the folder without the ending is the id), JSON Lines
 * ({@code {"id":"…","text":"…"}}, an object a line, other fields are ignored), or a table whose sentences are already
 * split. All in strict UTF-8, plain or gzipped whatever the name.
 *
 * <p>The ending tells the kind: {@code .txt}, {@code .jsonl}, {@code .ndjson}, {@code .csv}, each with or without
 * {@code .gz}. Of a file with another ending and of standard input the first bytes do: a brace begins JSON Lines, a line
 * that names the columns {@code article} and {@code text} begins a table, all else is text. Immutable and safe for
 * threads.
 */
public final class ArticleSources {

    /** The name of standard input on the command line. */
    public static final String STANDARD_INPUT = "-";

    private static final int SNIFFED = 4096;
    private static final Pattern TABLE_HEADER =
            Pattern.compile("(?=[^\\n]*\\barticle\\b)(?=[^\\n]*\\btext\\b)[\\w\",]+(?: *,[\\w\" ,]*)\\r?\\n");

    private enum Kind {
        TEXT,
        JSON_LINES,
        TABLE
    }

    /** How a text becomes articles. */
    private interface OfText {
        ArticleSource open(String name, String id, InputStream in) throws IOException;
    }

    private final TableReader tables;
    private final InputStream standardInput;

    /**
     * Sources whose tables are made into articles by a reader.
     *
     * @param standardInput what {@value #STANDARD_INPUT} stands for
     */
    public ArticleSources(ArticleReader reader, InputStream standardInput) {
        this.tables = new TableReader(reader, Unlabelled.KEEP);
        this.standardInput = standardInput;
    }

    /**
     * Opens a file, a folder or standard input.
     *
     * @param input a path, or {@value #STANDARD_INPUT}
     */
    public ArticleSource open(String input) throws IOException {
        return open(input, TextFile::new);
    }

    /**
     * Opens a file, a folder or standard input like {@link #open}, but for text files: in them a line is a paragraph, and
     * a blank line ends an article.
     *
     * @param input a path, or {@value #STANDARD_INPUT}
     */
    public ArticleSource openCollection(String input) throws IOException {
        return open(input, TextCollection::new);
    }

    private ArticleSource open(String input, OfText ofText) throws IOException {
        if (input.equals(STANDARD_INPUT)) {
            String name = "standard input";
            return open(name, "stdin", InputBytes.unpacked(name, standardInput), ofText);
        }
        Path path = Path.of(input);
        if (Files.isDirectory(path)) {
            return TextFolder.open(path);
        }
        return open(input, TextFile.id(path), InputBytes.open(path), ofText);
    }

    private ArticleSource open(String name, String id, InputStream in, OfText ofText) throws IOException {
        try {
            return switch (kind(name, in)) {
                case TEXT -> ofText.open(name, id, in);
                case JSON_LINES -> new JsonLines(name, in);
                case TABLE -> new TableSource(tables.opened(name, in));
            };
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static Kind kind(String name, InputStream in) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        if (plain.endsWith(".txt")) {
            return Kind.TEXT;
        } else if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
            return Kind.JSON_LINES;
        } else if (plain.endsWith(".csv")) {
            return Kind.TABLE;
        }
        in.mark(SNIFFED);
        String start = new String(in.readNBytes(SNIFFED), StandardCharsets.UTF_8);
        in.reset();
        if (start.startsWith("\uFEFF")) {
            start = start.substring(1);
        }
        if (start.stripLeading().startsWith("{")) {
            return Kind.JSON_LINES;
        }
        return TABLE_HEADER.matcher(start).lookingAt() ? Kind.TABLE : Kind.TEXT;
    }
}
