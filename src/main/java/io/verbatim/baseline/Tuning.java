package io.verbatim.baseline;

import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.evaluation.Bootstrap;
import io.verbatim.evaluation.Classifier;
import io.verbatim.evaluation.Evaluation;
import io.verbatim.evaluation.Metric;
import io.verbatim.evaluation.ScoredArticle;
import java.util.List;
import java.util.function.Function;

/** Chooses among settings by the macro-F1 on articles held out. */
final class Tuning {

    private static final Bootstrap NO_INTERVALS = new Bootstrap(1, 0.95, 0);

    private Tuning() {}

    /**
     * The classifier of the best setting, the first of equal ones.
     *
     * @param settings those to try; the first is taken where there is nothing to choose by
     * @param train learns a classifier by a setting
     */
    static <S> Classifier best(List<S> settings, Function<S, Classifier> train, List<AnnotatedArticle> dev) {
        boolean labelled = dev.stream().flatMap(a -> a.labels().stream()).anyMatch(l -> l.isPresent());
        Classifier best = train.apply(settings.get(0));
        if (!labelled) {
            return best;
        }
        double bestF1 = macroF1(best, dev);
        for (S setting : settings.subList(1, settings.size())) {
            Classifier classifier = train.apply(setting);
            double f1 = macroF1(classifier, dev);
            if (f1 > bestF1) {
                best = classifier;
                bestF1 = f1;
            }
        }
        return best;
    }

    private static double macroF1(Classifier classifier, List<AnnotatedArticle> dev) {
        return Evaluation.of("dev", ScoredArticle.all(dev, classifier, 0), List.of(), NO_INTERVALS)
                .estimate(Metric.MACRO_F1)
                .orElseThrow()
                .value();
    }
}
