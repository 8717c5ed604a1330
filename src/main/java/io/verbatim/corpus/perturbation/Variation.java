package io.verbatim.corpus.perturbation;

import io.verbatim.article.Article;
import java.util.List;
import java.util.OptionalInt;

/**
 * An article before and after a change.
 *
 * @param before the article as it was
 * @param after the changed article
 * @param pairs the sentences whose text changed
 */
public record Variation(Article before, Article after, List<Pair> pairs) {

    /**
     * A sentence that changed.
     *
     * @param before its place in the article as it was
     * @param after its place in the changed one; empty where no sentence begins and ends as it should
     */
    public record Pair(int before, OptionalInt after) {}

    public Variation {
        pairs = List.copyOf(pairs);
    }
}
