package io.verbatim.corpus;

import java.io.IOException;
import java.nio.file.Path;

/** Reads whole text files: strict UTF-8 with or without a byte order mark, plain or gzipped, of bounded size. */
public final class TextFiles {

    private TextFiles() {}

    /**
     * The text of a file.
     *
     * @throws InputException where it is missing, no UTF-8 or longer than 67,108,864 UTF-16 code units
     */
    public static String read(Path file) throws IOException {
        try (Utf8Reader reader = Utf8Reader.open(file)) {
            return TextFile.text(file.toString(), reader);
        }
    }
}
