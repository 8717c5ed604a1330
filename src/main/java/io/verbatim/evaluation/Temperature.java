package io.verbatim.evaluation;

import io.verbatim.Probabilities;
import io.verbatim.article.Label;
import java.util.List;
import java.util.Optional;

/**
 * The temperature that makes answers most probable: logits divided by one number, chosen by the log loss (Guo et al. 2017,
 * "On Calibration of Modern Neural Networks").
 */
public final class Temperature {

    private static final double LEAST = 0.1;
    private static final double MOST = 10;
    private static final int STEPS = 100;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    /** Probabilities that were rounded to nothing. */
    private static final double TINY = 1e-6;

    private Temperature() {}

    /**
     * The best temperature from {@value #LEAST} to {@value #MOST}; the log loss has one minimum over its logarithm, found
     * by golden section.
     *
     * @param articles labelled articles with answers of classifiers that never saw them
     * @throws IllegalArgumentException where no labelled sentence has probabilities
     */
    public static double of(List<ScoredArticle> articles) {
        if (count(articles) == 0) {
            throw new IllegalArgumentException("no labelled sentence with probabilities");
        }
        double low = Math.log(LEAST);
        double high = Math.log(MOST);
        for (int step = 0; step < STEPS; step++) {
            double a = high - GOLDEN * (high - low);
            double b = low + GOLDEN * (high - low);
            if (logLoss(articles, Math.exp(a)) < logLoss(articles, Math.exp(b))) {
                high = b;
            } else {
                low = a;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** The mean negative logarithm of the true label's probability at a temperature. */
    static double logLoss(List<ScoredArticle> articles, double temperature) {
        double sum = 0;
        for (ScoredArticle article : articles) {
            for (int i = 0; i < article.answers().size(); i++) {
                Optional<Label> gold = article.gold().labels().get(i);
                Optional<Probabilities> said = article.answers().get(i).probabilities();
                if (gold.isPresent() && said.isPresent()) {
                    sum -= logProbability(said.get(), gold.get(), temperature);
                }
            }
        }
        return sum / count(articles);
    }

    private static double logProbability(Probabilities probabilities, Label label, double temperature) {
        double total = 0;
        for (Label other : Label.all()) {
            total += Math.exp(log(probabilities.of(other)) / temperature);
        }
        return log(probabilities.of(label)) / temperature - Math.log(total);
    }

    private static double log(double probability) {
        return Math.log(Math.max(TINY, probability));
    }

    private static long count(List<ScoredArticle> articles) {
        long count = 0;
        for (ScoredArticle article : articles) {
            for (int i = 0; i < article.answers().size(); i++) {
                if (article.gold().labels().get(i).isPresent()
                        && article.answers().get(i).probabilities().isPresent()) {
                    count++;
                }
            }
        }
        return count;
    }
}
