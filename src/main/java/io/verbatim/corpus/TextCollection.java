package io.verbatim.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The articles of a text in which a line is a paragraph and a blank line ends an article. */
final class TextCollection implements ArticleSource {

    private final String id;
    private final BufferedReader lines;
    private int articles;

    TextCollection(String name, String id, InputStream in) {
        this.id = id;
        this.lines = new BufferedReader(new Utf8Reader(name, in));
    }

    @Override
    public Optional<InputArticle> next() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                text.append(line).append('\n');
            } else if (!text.isEmpty()) {
                break;
            }
        }
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new InputArticle.Plain(id + "/" + ++articles, text.toString()));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
