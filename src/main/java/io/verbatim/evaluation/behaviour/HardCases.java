package io.verbatim.evaluation.behaviour;

import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.evaluation.Classifier;
import io.verbatim.evaluation.behaviour.Capability.Failure;
import io.verbatim.evaluation.behaviour.Capability.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Small articles with a column {@code capability}, which names what a sentence tests; where it is empty, the sentence is
 * context.
 *
 * @param table the articles
 * @param column the place of {@code capability} among the table's further columns
 */
public record HardCases(Table table, int column) {

    private static final String COLUMN = "capability";
    private static final List<String> BUNDLED = List.of("quotation.csv", "claims.csv", "acts.csv", "forms.csv");

    /** The tables that come with Verbatim. */
    public static List<HardCases> bundled(TableReader reader) throws IOException {
        List<HardCases> all = new ArrayList<>();
        for (String name : BUNDLED) {
            try (InputStream in = Objects.requireNonNull(HardCases.class.getResourceAsStream(name), name)) {
                all.add(of(reader.read(name, in)));
            }
        }
        return all;
    }

    /**
     * The tables of a folder, its files that end in {@code .csv}.
     *
     * @throws InputException if there is none, or one can't be used
     */
    public static List<HardCases> read(Path folder, TableReader reader) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": no such folder; name one with tables of hard cases");
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new InputException(folder + ": no file ends in .csv; put tables of hard cases there");
        }
        List<HardCases> all = new ArrayList<>();
        for (Path file : files) {
            all.add(of(reader.read(file)));
        }
        return all;
    }

    private static HardCases of(Table table) throws InputException {
        int column = table.furtherColumns().indexOf(COLUMN);
        if (column < 0) {
            throw new InputException(table.name() + ":1: no column " + COLUMN
                    + "; add it, and name there what each sentence tests, or nothing for context");
        }
        return new HardCases(table, column);
    }

    /** One capability for each name, in the order of the names. */
    static List<Capability> test(List<HardCases> tables, Classifier classifier) {
        TreeMap<String, Integer> cases = new TreeMap<>();
        TreeMap<String, List<Failure>> failures = new TreeMap<>();
        for (HardCases hard : tables) {
            for (AnnotatedArticle article : hard.table.articles()) {
                List<Probabilities> answers = classifier.classify(article.article());
                for (int i = 0; i < answers.size(); i++) {
                    String capability = article.rows().get(i).further().get(hard.column);
                    Optional<Label> label = article.labels().get(i);
                    if (!capability.isBlank() && label.isPresent()) {
                        cases.merge(capability, 1, Integer::sum);
                        List<Failure> own = failures.computeIfAbsent(capability, k -> new ArrayList<>());
                        Label found = answers.get(i).best();
                        if (found != label.get()) {
                            String text = article.article().sentences().get(i).text();
                            own.add(new Failure(article.id(), text, label.get().id(), found.id()));
                        }
                    }
                }
            }
        }
        return cases.keySet().stream()
                .map(name -> new Capability(
                        Kind.MINIMUM_FUNCTIONALITY,
                        name,
                        cases.getOrDefault(name, 0),
                        failures.getOrDefault(name, List.of())))
                .toList();
    }
}
