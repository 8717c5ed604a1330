package io.verbatim.cli;

import io.verbatim.article.Article;
import io.verbatim.baseline.Baseline;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.evaluation.Classifier;
import io.verbatim.model.Model;
import io.verbatim.training.Teacher;
import io.verbatim.training.WeightedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The teachers that {@code train --teacher} names: model files, and baselines that learn from the student's tables. */
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
                teachers.add(Teacher.of(Model.read(Path.of(name))));
            } else {
                throw new InputException(
                        "--teacher " + name + ": no such model file; use a file, or " + Baseline.ids());
            }
        }
        return teachers;
    }

    private static Teacher trained(Baseline baseline, List<WeightedTable> tables, Table dev, long seed)
            throws InputException {
        List<AnnotatedArticle> articles = tables.stream()
                .flatMap(table -> table.table().articles().stream())
                .toList();
        try {
            Classifier classifier = baseline.trainer().train(articles, dev.articles(), seed);
            return new Teacher(Map.of("name", baseline.id()), article -> probabilities(classifier, article));
        } catch (IllegalArgumentException e) {
            throw new InputException("--teacher " + baseline.id() + ": can't learn from these tables (" + e.getMessage()
                    + "); add sentences with each label, or leave it out");
        }
    }

    private static double[][] probabilities(Classifier classifier, Article article) {
        return classifier.classify(article).stream()
                .map(p -> new double[] {p.direct(), p.paraphrase(), p.narrative()})
                .toArray(double[][]::new);
    }
}
