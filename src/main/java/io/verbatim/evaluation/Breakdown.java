package io.verbatim.evaluation;

import io.verbatim.article.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metrics of each group of sentences. Immutable.
 *
 * @param name what the sentences are grouped by
 * @param groups the groups that have a sentence
 */
public record Breakdown(String name, List<Group> groups) {

    /** The fewest articles from which a group's intervals are drawn: fewer say nothing of other articles. */
    public static final int FEWEST_ARTICLES = 10;

    /**
     * One group.
     *
     * @param key its name
     * @param articles how many articles its sentences are from
     * @param confusion its counts
     * @param macroF1 the interval of its macro-F1 over all three labels; empty where it has too few articles
     * @param accuracy the interval of its accuracy; empty where it has too few articles
     */
    public record Group(
            String key, int articles, Confusion confusion, Optional<Estimate> macroF1, Optional<Estimate> accuracy) {

        /** How many sentences it has. */
        public long sentences() {
            return confusion.total();
        }
    }

    public Breakdown {
        groups = List.copyOf(groups);
    }

    static Breakdown of(Grouping grouping, List<Scored> sentences, Bootstrap bootstrap) {
        Map<String, List<Scored>> byKey = new LinkedHashMap<>();
        grouping.order().forEach(key -> byKey.put(key, new ArrayList<>()));
        for (Scored sentence : sentences) {
            for (String key : grouping.keys().apply(sentence)) {
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(sentence);
            }
        }
        List<Group> groups = new ArrayList<>();
        byKey.forEach((key, members) -> {
            if (!members.isEmpty()) {
                groups.add(group(key, members, bootstrap));
            }
        });
        groups.sort(Comparator.<Group>comparingInt(g -> {
                    int place = grouping.order().indexOf(g.key());
                    return place < 0 ? Integer.MAX_VALUE : place;
                })
                .thenComparing(Group::sentences, Comparator.reverseOrder())
                .thenComparing(Group::key));
        return new Breakdown(grouping.name(), groups);
    }

    private static Group group(String key, List<Scored> members, Bootstrap bootstrap) {
        Map<Integer, Integer> places = new LinkedHashMap<>();
        List<Scored> renumbered = new ArrayList<>();
        for (Scored s : members) {
            int place = places.computeIfAbsent(s.articleIndex(), k -> places.size());
            renumbered.add(new Scored(
                    place,
                    s.article(),
                    s.index(),
                    s.sentence(),
                    s.gold(),
                    new Answer(s.predicted(), Optional.empty())));
        }
        Sums sums = Sums.of(Outcomes.of(renumbered, places.size()));
        Sample all = sums.all();
        if (places.size() < FEWEST_ARTICLES) {
            return new Group(key, places.size(), all.confusion(), Optional.empty(), Optional.empty());
        }
        List<Metric> metrics = List.of(Metric.MACRO_F1, Metric.ACCURACY);
        double[][] replicates = bootstrap.replicates(sums, metrics);
        return new Group(
                key,
                places.size(),
                all.confusion(),
                Optional.of(bootstrap.estimate(Metric.MACRO_F1.of(all), replicates[0])),
                Optional.of(bootstrap.estimate(Metric.ACCURACY.of(all), replicates[1])));
    }

    /** The share of a group's sentences that have a label. */
    static double share(Group group, Label label) {
        return (double) group.confusion().support(label) / group.sentences();
    }
}
