package io.verbatim.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;

/** The one article of a text. */
final class TextFile implements ArticleSource {

    /** Code units of the longest text. */
    static final int LONGEST = 1 << 26;

    private final String name;
    private final String id;
    private final InputStream in;
    private boolean read;

    TextFile(String name, String id, InputStream in) {
        this.name = name;
        this.id = id;
        this.in = in;
    }

    /** A file's name without {@code .gz} and {@code .txt}. */
    static String id(Path file) {
        Path name = file.getFileName();
        return withoutEnding(name == null ? file.toString() : name.toString());
    }

    static String withoutEnding(String name) {
        return name.replaceFirst("(?i)(?:\\.txt)?(?:\\.gz)?$", "");
    }

    @Override
    public Optional<InputArticle> next() throws IOException {
        if (read) {
            return Optional.empty();
        }
        read = true;
        Utf8Reader reader = new Utf8Reader(name, in);
        String text = text(name, reader);
        if (text.isBlank()) {
            throw new InputException(name + ": no text; give a file with an article");
        }
        return Optional.of(new InputArticle.Plain(id, text));
    }

    /** All that is left of a reader. */
    static String text(String name, Utf8Reader reader) throws IOException {
        reader.allow(LONGEST, "a text of more than " + LONGEST + " characters; give each article a file of its own");
        StringWriter text = new StringWriter();
        ((Reader) reader).transferTo(text);
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
