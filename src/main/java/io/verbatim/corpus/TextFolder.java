package io.verbatim.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The text files below a folder, sorted by their paths. Only the paths are held. */
final class TextFolder implements ArticleSource {

    private record File(Path path, String id) {}

    private final Iterator<File> files;

    private TextFolder(List<File> files) {
        this.files = files.iterator();
    }

    static TextFolder open(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<File> files = walk.filter(TextFolder::isText)
                    .filter(Files::isRegularFile)
                    .map(path -> new File(path, id(folder, path)))
                    .sorted(Comparator.comparing(File::id).thenComparing(File::path))
                    .toList();
            if (files.isEmpty()) {
                throw new InputException(folder + ": no .txt file in this folder; put the articles there as .txt");
            }
            return new TextFolder(files);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isText(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") || name.endsWith(".txt.gz");
    }

    private static String id(Path folder, Path path) {
        return TextFile.withoutEnding(folder.relativize(path).toString().replace('\\', '/'));
    }

    @Override
    public Optional<InputArticle> next() throws IOException {
        if (!files.hasNext()) {
            return Optional.empty();
        }
        File file = files.next();
        try (TextFile text = new TextFile(file.path().toString(), file.id(), InputBytes.open(file.path()))) {
            return text.next();
        }
    }

    @Override
    public void close() {
        // Each file is closed once it is read.
    }
}
