package io.verbatim.cli;

import io.verbatim.Probabilities;
import io.verbatim.article.Article;
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
import java.util.function.Consumer;

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
     * @param unlabelled what teachers label
     * @param notices told how much a file of predictions knows
     * @throws InputException if a name is neither a model file's nor a baseline's, or a baseline can't learn from the tables
     */
    static List<Teacher> of(
            List<String> names,
            List<WeightedTable> tables,
            Table dev,
            List<Article> unlabelled,
            long seed,
            Consumer<String> notices)
            throws IOException {
        List<Teacher> teachers = new ArrayList<>();
        for (String name : names) {
            Optional<Baseline> baseline = Baseline.of(name);
            if (baseline.isPresent()) {
                teachers.add(trained(baseline.get(), tables, dev, seed));
            } else if (Files.exists(Path.of(name))) {
                teachers.add(
                        name.endsWith(".csv") || name.endsWith(".csv.gz")
                                ? predicted(Path.of(name), tables, unlabelled, notices)
                                : Teacher.of(Model.read(Path.of(name))));
            } else {
                throw new InputException("--teacher " + name
                        + ": no such file; use a model, a .csv file of predictions, or " + Baseline.ids());
            }
        }
        return teachers;
    }

    private static Teacher predicted(
            Path file, List<WeightedTable> tables, List<Article> unlabelled, Consumer<String> notices)
            throws IOException {
        PredictedArticles predicted = PredictedArticles.read(file);
        List<Article> labelled = tables.stream()
                .flatMap(table -> table.table().articles().stream())
                .map(AnnotatedArticle::article)
                .toList();
        long known = count(predicted, labelled);
        if (known == 0) {
            throw new InputException(
                    "--teacher " + file + ": holds no article of the tables to learn from, sentence for"
                            + " sentence; let its program label these very tables");
        }
        notices.accept("teacher " + file.getFileName() + ": knows " + known + " of " + labelled.size()
                + " articles with labels and " + count(predicted, unlabelled) + " of " + unlabelled.size()
                + " without");
        return new Teacher(
                Versions.describe(file), article -> predicted.of(article).map(Teachers::array));
    }

    private static long count(PredictedArticles predicted, List<Article> articles) {
        return articles.stream()
                .filter(article -> predicted.of(article).isPresent())
                .count();
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
