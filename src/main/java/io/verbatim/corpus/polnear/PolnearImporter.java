package io.verbatim.corpus.polnear;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.TextFiles;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes labelled articles of PolNeAR (Newell, Margolin and Ruths 2018), which marks sources, cues and contents of
 * attributions in brat standoff. The folder holds {@code text/publisher_name.txt} and
 * {@code attributions/publisher_name_ANNOTATOR.ann}, or folders that do; of several annotators the first by name is
 * taken. An article's id is {@code publisher/name}.
 *
 * <p>A sentence is {@code narrative} where fewer than a third of its words stand in contents, else {@code direct} where
 * at least half of these stand between quotation marks, else {@code paraphrase}. Attributions whose cue expresses an
 * attitude (wanting, planning, liking, supporting, knowing, seeing, believing) do not count, unless their content holds
 * quotation marks. Sentences under {@code Discard} are left out. Immutable and safe for threads.
 */
public final class PolnearImporter {

    private final ArticleReader reader;
    private final AttitudeCues attitudes = AttitudeCues.load();

    /** An importer that takes sentences and quotations from a reader. */
    public PolnearImporter(ArticleReader reader) {
        this.reader = reader;
    }

    /**
     * The articles below a folder, sorted by their files' names.
     *
     * @throws InputException where the folder holds no annotations, a text is missing, or a line is broken
     */
    public List<AnnotatedArticle> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": no such folder; give the one that holds text/ and attributions/");
        }
        Map<String, Path> first = new TreeMap<>();
        for (Path file : annotationFiles(folder)) {
            String name = fileName(file);
            int underscore = name.lastIndexOf('_');
            if (underscore <= 0) {
                throw new InputException(file + ": no annotator in the name; call it publisher_name_ANNOTATOR.ann");
            }
            first.putIfAbsent(name.substring(0, underscore), file);
        }
        if (first.isEmpty()) {
            throw new InputException(
                    folder + ": no attributions/*.ann in it; give the folder that holds text/ and" + " attributions/");
        }
        List<AnnotatedArticle> articles = new ArrayList<>();
        for (Map.Entry<String, Path> entry : first.entrySet()) {
            article(entry.getKey(), entry.getValue()).ifPresent(articles::add);
        }
        return articles;
    }

    private static List<Path> annotationFiles(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(".ann"))
                    .filter(path -> path.getParent() != null && path.getParent().endsWith("attributions"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Optional<AnnotatedArticle> article(String name, Path annotationFile) throws IOException {
        Path textFile = annotationFile
                .resolveSibling(Path.of("..", "text", name + ".txt"))
                .normalize();
        if (!Files.isRegularFile(textFile)) {
            throw new InputException(annotationFile + ": its text " + textFile + " is missing; add it");
        }
        String text = TextFiles.read(textFile);
        String content = TextFiles.read(annotationFile);
        Annotations annotations = new BratReader(annotationFile.toString(), text).read(content);
        return labelled(reader.read(id(name), text), LabelDerivation.of(annotations, text, attitudes));
    }

    private static String id(String name) {
        int underscore = name.indexOf('_');
        return underscore < 0 ? name : name.substring(0, underscore) + "/" + name.substring(underscore + 1);
    }

    /** The article without what is discarded, or empty where nothing remains. */
    private static Optional<AnnotatedArticle> labelled(Article article, LabelDerivation derivation) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Optional<Label>> labels = new ArrayList<>();
        List<AnnotatedArticle.Row> rows = new ArrayList<>();
        for (Paragraph paragraph : article.paragraphs()) {
            List<Sentence> kept = new ArrayList<>();
            for (Sentence sentence : paragraph.sentences()) {
                if (!derivation.isDiscarded(sentence)) {
                    kept.add(sentence);
                    rows.add(new AnnotatedArticle.Row(
                            rows.size() + 2L,
                            Integer.toString(paragraphs.size()),
                            Integer.toString(labels.size()),
                            List.of()));
                    labels.add(Optional.of(derivation.label(sentence)));
                }
            }
            if (!kept.isEmpty()) {
                paragraphs.add(new Paragraph(kept));
            }
        }
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnnotatedArticle(new Article(article.id(), paragraphs), labels, rows));
    }
}
