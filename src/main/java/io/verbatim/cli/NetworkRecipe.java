package io.verbatim.cli;

import io.verbatim.article.Article;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.evaluation.Trainer;
import io.verbatim.model.Model;
import io.verbatim.text.ArticleReader;
import io.verbatim.training.TrainingOptions;
import io.verbatim.training.WeightedTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How the network of a cross-validation is trained, beside the articles of the folds. */
final class NetworkRecipe {

    @Option(
            names = "--recipe",
            paramLabel = "MODEL",
            description = "Train the network with this model's options, without its teacher.")
    private @Nullable Path recipe;

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<Further> further = new ArrayList<>();

    @Option(
            names = "--unlabelled",
            paramLabel = "FILE",
            description = "Text for the network to learn word vectors from first; may be repeated.")
    private List<String> unlabelled = new ArrayList<>();

    /** A further table with its weight. */
    static final class Further {
        @Option(
                names = "--also",
                required = true,
                paramLabel = "FILE",
                description = "Table that the network learns from in every fold, without the articles of --data and"
                        + " without the publishers that the fold leaves out. May be repeated.")
        private Path file = Path.of("");

        @Option(names = "--weight", paramLabel = "X", description = "Factor of the loss of the table before it (1).")
        private double weight = 1;
    }

    /** The trainer of the network for folds of some articles. */
    Trainer trainer(List<AnnotatedArticle> articles) throws IOException {
        TrainingOptions options = TrainingOptions.defaults();
        if (recipe != null) {
            options = TrainingOptions.of(Model.read(recipe).manifest());
        }
        Set<String> ids = new HashSet<>();
        List<WeightedTable> tables = new ArrayList<>();
        articles.forEach(article -> ids.add(article.id()));
        TableReader reader = new TableReader(new ArticleReader(), Unlabelled.SKIP);
        for (Further table : further) {
            Table read = reader.read(table.file);
            tables.add(new WeightedTable(
                    new Table(
                            read.name(),
                            read.sha256(),
                            read.furtherColumns(),
                            read.articles().stream()
                                    .filter(a -> ids.add(a.id()))
                                    .toList()),
                    weight(table)));
        }
        List<Article> texts = UnlabelledTexts.read(unlabelled);
        Set<String> publishers = publishers(articles.stream());
        TrainingOptions chosen = options;
        return (train, dev, seed) -> {
            Set<String> leftOut = new HashSet<>(publishers);
            leftOut.removeAll(publishers(Stream.concat(train.stream(), dev.stream())));
            return Classifiers.network(chosen, without(leftOut, tables), texts).train(train, dev, seed);
        };
    }

    private static double weight(Further table) throws InputException {
        if (!(table.weight > 0)) {
            throw new InputException("--weight " + table.weight + ": must be above 0");
        }
        return table.weight;
    }

    private static Set<String> publishers(Stream<AnnotatedArticle> articles) {
        return articles.map(article -> article.publisher().orElse("")).collect(Collectors.toSet());
    }

    private static List<WeightedTable> without(Set<String> publishers, List<WeightedTable> tables) {
        return tables.stream()
                .map(table -> new WeightedTable(
                        new Table(
                                table.table().name(),
                                table.table().sha256(),
                                table.table().furtherColumns(),
                                table.table().articles().stream()
                                        .filter(a -> !publishers.contains(
                                                a.publisher().orElse("")))
                                        .toList()),
                        table.weight()))
                .toList();
    }
}
