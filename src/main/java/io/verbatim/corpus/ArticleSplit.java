package io.verbatim.corpus;

import io.verbatim.article.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Splits articles into parts so that each part has about the whole's mix of labels and publishers. No article is ever
 * divided. The same seed and articles give the same parts in whatever order the articles come; within a part they keep
 * the order in which they came.
 *
 * <p>Articles are taken in an order drawn by the seed, each to the part that it brings nearest to its share of every
 * quantity: sentences of each label, articles, articles of each publisher. This is iterative stratification (Sechidis,
 * Tsoumakas and Vlahavas 2011) with counts in place of single labels.
 */
public final class ArticleSplit {

    /** How much the articles of one publisher weigh against the sentences of one label. */
    private static final double PUBLISHER_WEIGHT = 0.25;

    /** Parts to train, to choose and to report on. */
    public record Parts(List<AnnotatedArticle> train, List<AnnotatedArticle> dev, List<AnnotatedArticle> test) {
        public Parts {
            train = List.copyOf(train);
            dev = List.copyOf(dev);
            test = List.copyOf(test);
        }
    }

    /** One turn of a cross-validation. */
    public record Fold(List<AnnotatedArticle> train, List<AnnotatedArticle> test) {
        public Fold {
            train = List.copyOf(train);
            test = List.copyOf(test);
        }
    }

    private ArticleSplit() {}

    /**
     * Splits into three parts. A part with a share above zero gets at least one article.
     *
     * @param articles each with an id of its own
     * @param dev the share of the second part, from 0 to below 1
     * @param test the share of the third part, from 0 to below 1
     * @throws IllegalArgumentException where the shares leave nothing to train, or there are fewer articles than parts
     */
    public static Parts split(List<AnnotatedArticle> articles, double dev, double test, long seed) {
        if (!(dev >= 0 && test >= 0 && dev + test < 1)) {
            throw new IllegalArgumentException(
                    "shares " + dev + " and " + test + ": each must be at least 0, their sum below 1");
        }
        List<List<AnnotatedArticle>> parts = parts(articles, new double[] {1 - dev - test, dev, test}, seed);
        return new Parts(parts.get(0), parts.get(1), parts.get(2));
    }

    /**
     * The turns of a cross-validation: each article is in the test part of one fold.
     *
     * @param articles each with an id of its own
     * @param k the number of folds, at least 2
     * @throws IllegalArgumentException where {@code k} is below 2 or above the number of articles
     */
    public static List<Fold> folds(List<AnnotatedArticle> articles, int k, long seed) {
        if (k < 2) {
            throw new IllegalArgumentException(k + " folds: at least 2 are needed");
        }
        double[] shares = new double[k];
        Arrays.fill(shares, 1.0 / k);
        int[] part = assign(articles, shares, seed);
        return IntStream.range(0, k)
                .mapToObj(fold -> new Fold(select(articles, part, fold, false), select(articles, part, fold, true)))
                .toList();
    }

    private static List<List<AnnotatedArticle>> parts(List<AnnotatedArticle> articles, double[] shares, long seed) {
        int[] part = assign(articles, shares, seed);
        return IntStream.range(0, shares.length)
                .mapToObj(p -> select(articles, part, p, true))
                .toList();
    }

    private static List<AnnotatedArticle> select(List<AnnotatedArticle> articles, int[] part, int p, boolean inside) {
        return IntStream.range(0, articles.size())
                .filter(i -> (part[i] == p) == inside)
                .mapToObj(articles::get)
                .toList();
    }

    /** The part of each article. */
    private static int[] assign(List<AnnotatedArticle> articles, double[] shares, long seed) {
        long used = Arrays.stream(shares).filter(share -> share > 0).count();
        if (articles.size() < used) {
            throw new IllegalArgumentException(articles.size() + " articles can't be split into " + used + " parts");
        }
        double smallest = Arrays.stream(shares).filter(share -> share > 0).min().orElse(1);
        double[][] counts = counts(articles, (int) Math.ceil(1 / smallest));
        double[] totals = new double[counts.length == 0 ? 0 : counts[0].length];
        for (double[] count : counts) {
            for (int d = 0; d < totals.length; d++) {
                totals[d] += count[d];
            }
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, articles.size()).boxed().toList());
        order.sort(Comparator.comparing(i -> articles.get(i).id()));
        Collections.shuffle(order, new Random(seed));
        int[] part = new int[articles.size()];
        double[][] filled = new double[shares.length][totals.length];
        for (int i : order) {
            part[i] = nearest(counts[i], totals, filled, shares);
            add(counts[i], filled[part[i]]);
        }
        fillEmpty(part, order, shares);
        return part;
    }

    /** The part whose distance from its share sinks most with an article. */
    private static int nearest(double[] count, double[] totals, double[][] filled, double[] shares) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < shares.length; p++) {
            if (shares[p] <= 0) {
                continue;
            }
            double change = 0;
            for (int d = 0; d < totals.length; d++) {
                if (count[d] > 0) {
                    double step = count[d] / totals[d];
                    double off = filled[p][d] / totals[d] - shares[p];
                    change += weight(d) * step * (2 * off + step) / shares[p];
                }
            }
            if (change < least) {
                least = change;
                best = p;
            }
        }
        return best;
    }

    private static double weight(int dimension) {
        return dimension <= Label.all().size() + 1 ? 1 : PUBLISHER_WEIGHT;
    }

    private static void fillEmpty(int[] part, List<Integer> order, double[] shares) {
        for (int p = 0; p < shares.length; p++) {
            int wanted = p;
            if (shares[p] > 0 && Arrays.stream(part).noneMatch(q -> q == wanted)) {
                int fullest = fullest(part, shares.length);
                part[
                        order.stream()
                                .filter(i -> part[i] == fullest)
                                .reduce((a, b) -> b)
                                .orElseThrow()] = p;
            }
        }
    }

    private static int fullest(int[] part, int parts) {
        int[] sizes = new int[parts];
        for (int p : part) {
            sizes[p]++;
        }
        return IntStream.range(0, parts)
                .boxed()
                .max(Comparator.<Integer>comparingInt(p -> sizes[p]).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /**
     * Of each article: sentences by label, without label, the article itself, and its publisher: (articles, quantities).
     * A publisher of fewer articles than {@code fewest} can't be spread over the parts and doesn't count.
     */
    private static double[][] counts(List<AnnotatedArticle> articles, int fewest) {
        Map<String, Integer> publishers = new TreeMap<>(
                articles.stream().collect(Collectors.toMap(a -> a.publisher().orElse(""), a -> 1, Integer::sum)));
        publishers.values().removeIf(size -> size < fewest);
        int next = Label.all().size() + 2;
        for (Map.Entry<String, Integer> publisher : publishers.entrySet()) {
            publisher.setValue(next++);
        }
        double[][] counts = new double[articles.size()][next];
        for (int i = 0; i < articles.size(); i++) {
            AnnotatedArticle article = articles.get(i);
            for (var label : article.labels()) {
                counts[i][label.map(Enum::ordinal).orElse(Label.all().size())]++;
            }
            counts[i][Label.all().size() + 1] = 1;
            Integer publisher = publishers.get(article.publisher().orElse(""));
            if (publisher != null) {
                counts[i][publisher] = 1;
            }
        }
        return counts;
    }

    private static void add(double[] count, double[] sum) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += count[d];
        }
    }
}
