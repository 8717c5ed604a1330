package io.verbatim.corpus.perturbation;

import io.verbatim.article.Article;
import io.verbatim.article.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Other names for the people of an article, the same through all of it.
 *
 * @param pool where they come from
 */
record Names(Pool pool) implements Rewording {

    @Override
    public List<String> reword(Article article, SplittableRandom random) {
        People people = People.of(article);
        Map<String, String> names =
                new HashMap<>(Substitutes.draw(people.firstNames(), pool.firstNames(), article, random));
        names.putAll(Substitutes.draw(people.lastNames(), pool.lastNames(), article, random));
        return article.sentences().stream()
                .map(sentence -> reword(sentence, names))
                .toList();
    }

    private static String reword(Sentence sentence, Map<String, String> names) {
        Edits edits = new Edits(sentence);
        for (int i = 0; i < sentence.tokenCount(); i++) {
            String bare = People.bare(sentence.token(i));
            String name = names.get(bare);
            if (name != null) {
                edits.replace(sentence.tokenStart(i), sentence.tokenStart(i) + bare.length(), name);
            }
        }
        return edits.toString();
    }
}
