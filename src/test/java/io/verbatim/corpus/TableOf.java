package io.verbatim.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verbatim.text.ArticleReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Tables for tests. */
final class TableOf {

    static final String HEADER = "article,paragraph,sentence,text,label\n";

    private static final ArticleReader READER = new ArticleReader();

    private TableOf() {}

    /** The table of rows without a header. */
    static Table rows(String name, String... rows) throws IOException {
        String text = HEADER + String.join("\n", rows) + "\n";
        return new TableReader(READER, Unlabelled.SKIP).read(name, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
