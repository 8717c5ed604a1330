package io.verbatim.cli;

import io.verbatim.Probabilities;
import io.verbatim.baseline.Baseline;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.evaluation.Classifier;
import io.verbatim.evaluation.PredictedArticles;
import io.verbatim.model.Model;
import io.verbatim.training.Teacher;
import io.verbatim.training.Versions;
import io.verbatim.training.WeightedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The teachers that {@code train --teacher} names: model files, baselines that learn from the student's tables, and
 * predictions of any other program.
 */
final class Teachers {

    private Teachers() {}

    /**
     * The teachers of these names.
     *
     * @param tables what a baseline learns from; it knows no weights
     * @param dev what its options are chosen by
     * @throws InputException if a name is neither a model file's nor a baseline's, or a baseline can't learn from the tables
     */
    static List<Teacher> of(List<String> names, List<WeightedTable> tables, Table dev, long seed) throws IOException {
        List<Teacher> teachers = new ArrayList<>();
        for (String name : names) {
            Optional<Baseline> baseline = Baseline.of(name);
            if (baseline.isPresent()) {
                teachers.add(trained(baseline.get(), tables, dev, seed));
            } else if (Files.exists(Path.of(name))) {
                teachers.add(
                        name.endsWith(".csv") || name.endsWith(".csv.gz")
                                ? predicted(Path.of(name), tables)
                                : Teacher.of(Model.read(Path.of(name))));
            } else {
                throw new InputException("--teacher " + name
                        + ": no such file; use a model, a .csv file of predictions, or " + Baseline.ids());
            }
        }
        return teachers;
    }

    private static Teacher predicted(Path file, List<WeightedTable> tables) throws IOException {
        PredictedArticles predicted = PredictedArticles.read(file);
        long known = tables.stream()
                .flatMap(table -> table.table().articles().stream())
                .filter(article -> predicted.of(article.article()).isPresent())
                .count();
        if (known == 0) {
            throw new InputException("--teacher " + file
                    + ": holds no article of the tables to learn from; let its program label these very tables");
        }
        return new Teacher(
                Map.of("name", String.valueOf(file.getFileName()), "sha256", Versions.sha256(file)),
                article -> predicted.of(article).map(Teachers::array));
    }

    private static Teacher trained(Baseline baseline, List<WeightedTable> tables, Table dev, long seed)
            throws InputException {
        List<AnnotatedArticle> articles = tables.stream()
                .flatMap(table -> table.table().articles().stream())
                .toList();
        try {
            Classifier classifier = baseline.trainer().train(articles, dev.articles(), seed);
            return new Teacher(
                    Map.of("name", baseline.id()), article -> Optional.of(array(classifier.classify(article))));
        } catch (IllegalArgumentException e) {
            throw new InputException("--teacher " + baseline.id() + ": can't learn from these tables (" + e.getMessage()
                    + "); add sentences with each label, or leave it out");
        }
    }

    private static double[][] array(List<Probabilities> probabilities) {
        return probabilities.stream()
                .map(p -> new double[] {p.direct(), p.paraphrase(), p.narrative()})
                .toArray(double[][]::new);
    }
}
