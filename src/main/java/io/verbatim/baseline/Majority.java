package io.verbatim.baseline;

import io.verbatim.Probabilities;
import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.evaluation.Classifier;
import java.util.List;

/** Gives every sentence the shares that the labels have in training, so always the same label. */
final class Majority implements Classifier {

    private final Probabilities shares;

    private Majority(Probabilities shares) {
        this.shares = shares;
    }

    static Majority train(List<AnnotatedArticle> train) {
        double[] counts = new double[Label.all().size()];
        double sum = 0;
        for (AnnotatedArticle article : train) {
            for (var label : article.labels()) {
                if (label.isPresent()) {
                    counts[label.get().ordinal()]++;
                    sum++;
                }
            }
        }
        if (sum == 0) {
            throw new IllegalArgumentException("train: no labelled sentence");
        }
        return new Majority(new Probabilities(counts[0] / sum, counts[1] / sum, counts[2] / sum));
    }

    @Override
    public List<Probabilities> classify(Article article) {
        return article.sentences().stream().map(s -> shares).toList();
    }
}
