package io.verbatim.corpus.perturbation;

import io.verbatim.article.Article;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Which name takes the place of which, the same through a whole article. */
final class Substitutes {

    private Substitutes() {}

    /** A substitute for each name, drawn without repetition as long as they last, none that the article holds. */
    static Map<String, String> draw(
            Collection<String> names, List<String> pool, Article article, SplittableRandom random) {
        List<String> left = new ArrayList<>();
        for (String candidate : pool) {
            if (article.sentences().stream().noneMatch(s -> s.text().contains(candidate))) {
                left.add(candidate);
            }
        }
        Map<String, String> substitutes = new HashMap<>();
        for (String name : names) {
            if (!left.isEmpty()) {
                substitutes.put(name, left.remove(random.nextInt(left.size())));
            }
        }
        return substitutes;
    }
}
