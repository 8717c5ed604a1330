package io.verbatim.evaluation;

import io.verbatim.article.Label;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How well a classifier labelled articles whose labels are known: every {@link Metric} with its interval by
 * {@linkplain Bootstrap bootstrap over articles}, the confusion matrix, curves and breakdowns. A {@link Report}
 * renders one or several as text, JSON or HTML. Immutable and safe for threads.
 */
public final class Evaluation {

    private final String name;
    private final List<ScoredArticle> articles;
    private final List<Scored> sentences;
    private final Bootstrap bootstrap;
    private final Confusion confusion;
    private final Map<Metric, Estimate> estimates;
    private final Map<Metric, double[]> replicates;
    private final Curves curves;
    private final List<Breakdown> breakdowns;

    private Evaluation(String name, List<ScoredArticle> articles, List<Grouping> groupings, Bootstrap bootstrap) {
        this.name = name;
        this.articles = List.copyOf(articles);
        this.sentences = Scored.of(articles);
        this.bootstrap = bootstrap;
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("articles: none of the " + articles.size() + " has a labelled sentence");
        }
        Set<String> ids = new HashSet<>();
        for (ScoredArticle article : articles) {
            if (!ids.add(article.gold().id())) {
                throw new IllegalArgumentException("articles: " + article.gold().id() + " stands twice");
            }
        }
        Outcomes outcomes = Outcomes.of(sentences, articles.size());
        Sums sums = Sums.of(outcomes);
        Sample all = sums.all();
        this.confusion = all.confusion();
        List<Metric> metrics = Metric.known(sums.hasProbabilities());
        double[][] drawn = bootstrap.replicates(sums, metrics);
        Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
        Map<Metric, double[]> replicates = new EnumMap<>(Metric.class);
        for (int m = 0; m < metrics.size(); m++) {
            Metric metric = metrics.get(m);
            estimates.put(metric, bootstrap.estimate(metric.of(all), drawn[m]));
            replicates.put(metric, drawn[m]);
        }
        this.estimates = Collections.unmodifiableMap(estimates);
        this.replicates = replicates;
        this.curves = Curves.of(outcomes, sums);
        this.breakdowns = groupings.stream()
                .map(grouping -> Breakdown.of(grouping, sentences, bootstrap))
                .filter(breakdown -> !breakdown.groups().isEmpty())
                .toList();
    }

    /**
     * Scores a classifier's answers.
     *
     * @param name the classifier's name in reports
     * @param articles the articles with its answers, each once; at least one sentence must have a label
     * @param groupings what to break the metrics down by
     * @param bootstrap how the intervals are drawn
     */
    public static Evaluation of(
            String name, List<ScoredArticle> articles, List<Grouping> groupings, Bootstrap bootstrap) {
        return new Evaluation(name, articles, groupings, bootstrap);
    }

    /** The classifier's name. */
    public String name() {
        return name;
    }

    /** The articles with the answers. */
    public List<ScoredArticle> articles() {
        return articles;
    }

    /** The sentences that have a label, in order. */
    public List<Scored> sentences() {
        return sentences;
    }

    /** How the intervals were drawn. */
    public Bootstrap bootstrap() {
        return bootstrap;
    }

    /** How often each label was answered by each. */
    public Confusion confusion() {
        return confusion;
    }

    /** Every metric that is known, with its interval, in the order of {@link Metric}. */
    public Map<Metric, Estimate> estimates() {
        return estimates;
    }

    /** A metric with its interval; empty where it needs probabilities and a sentence has none. */
    public Optional<Estimate> estimate(Metric metric) {
        return Optional.ofNullable(estimates.get(metric));
    }

    /** Precision against recall, reliability, and accuracy against coverage. */
    public Curves curves() {
        return curves;
    }

    /** The metrics by group. */
    public List<Breakdown> breakdowns() {
        return breakdowns;
    }

    /** A metric's value; the metric must be known. */
    double value(Metric metric) {
        return estimate(metric).orElseThrow().value();
    }

    /** A metric's value in each bootstrap replicate; the metric must be known. */
    double[] replicates(Metric metric) {
        return Optional.ofNullable(replicates.get(metric)).orElseThrow();
    }

    /** The metric of a label. */
    static Metric metric(Label label, String kind) {
        return Metric.of(label.id() + "-" + kind).orElseThrow();
    }
}
