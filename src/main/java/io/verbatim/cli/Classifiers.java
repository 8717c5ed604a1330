package io.verbatim.cli;

import io.verbatim.LabelledSentence;
import io.verbatim.QuoteClassifier;
import io.verbatim.article.Article;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.corpus.Table;
import io.verbatim.evaluation.Classifier;
import io.verbatim.evaluation.Trainer;
import io.verbatim.training.TrainingOptions;
import io.verbatim.training.WeightedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The network as one of the classifiers and trainers that evaluation knows. */
final class Classifiers {

    private Classifiers() {}

    static Classifier of(QuoteClassifier classifier) {
        return article -> classifier.label(article).sentences().stream()
                .map(LabelledSentence::probabilities)
                .toList();
    }

    /** Name and version of a classifier's model. */
    static String name(QuoteClassifier classifier) {
        return classifier.manifest().get("name") + " " + classifier.manifest().get("version");
    }

    /** Trains the network, one at a time: ND4J's random numbers and threads are the process's own. */
    static Trainer network(TrainingOptions options) {
        return network(options, List.of(), List.of());
    }

    /**
     * Trains the network on further tables too.
     *
     * @param also tables beside the articles that the trainer is given, without those that it must not see
     * @param unlabelled texts to learn word vectors from
     */
    static Trainer network(TrainingOptions options, List<WeightedTable> also, List<Article> unlabelled) {
        Object lock = new Object();
        return (train, dev, seed) -> {
            synchronized (lock) {
                try {
                    List<WeightedTable> tables = new ArrayList<>();
                    tables.add(new WeightedTable(table(train), 1));
                    tables.addAll(also);
                    return of(QuoteClassifier.of(new io.verbatim.training.Trainer(
                                    options.withSeed(seed), Optional.empty(), List.of(), Optional.empty(), report -> {})
                            .train(tables, unlabelled, table(dev), Map.of("name", "network", "version", "0"))));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static Table table(List<AnnotatedArticle> articles) {
        return new Table("in memory", "", List.of(), articles);
    }
}
