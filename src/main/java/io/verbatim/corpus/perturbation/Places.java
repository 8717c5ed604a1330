package io.verbatim.corpus.perturbation;

import io.verbatim.article.Article;
import io.verbatim.article.Sentence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Other names for the places of an article, the same through all of it. A place is one or two capitalised words behind
 * {@code in}, {@code near} or {@code outside} that are no person's.
 *
 * @param pool where they come from
 */
record Places(Pool pool) implements Rewording {

    private static final int LONGEST_PLACE = 2;
    private static final Set<String> BEFORE = Set.of("in", "near", "outside", "In", "Near", "Outside");

    private static final Set<String> PARTICLES =
            Set.of("du", "de", "da", "do", "del", "des", "di", "la", "le", "of", "on");

    @Override
    public List<String> reword(Article article, SplittableRandom random) {
        Set<String> places = new LinkedHashSet<>();
        People people = People.of(article);
        for (Sentence sentence : article.sentences()) {
            for (int i = 1; i < sentence.tokenCount(); i++) {
                int end = BEFORE.contains(sentence.token(i - 1)) ? People.runEnd(sentence, i) : i;
                if (end > i
                        && end - i <= LONGEST_PLACE
                        && !goesOn(sentence, end)
                        && !people.contains(People.bare(sentence.token(i)))) {
                    places.add(name(sentence, i, end));
                }
            }
        }
        Map<String, String> substitutes = Substitutes.draw(places, pool.places(), article, random);
        return article.sentences().stream()
                .map(sentence -> reword(sentence, substitutes))
                .toList();
    }

    /** Whether the name may be longer than the words before {@code end}: Fort Dunmore Road, Prairie du Loup. */
    private static boolean goesOn(Sentence sentence, int end) {
        return end < sentence.tokenCount()
                && (Character.isUpperCase(sentence.token(end).charAt(0)) || PARTICLES.contains(sentence.token(end)));
    }

    private static String reword(Sentence sentence, Map<String, String> substitutes) {
        Edits edits = new Edits(sentence);
        int i = 0;
        while (i < sentence.tokenCount()) {
            int end = People.runEnd(sentence, i);
            String name = end > i ? name(sentence, i, end) : "";
            String substitute = substitutes.get(name);
            if (substitute != null) {
                int start = sentence.tokenStart(i);
                edits.replace(start, start + name.length(), substitute);
            }
            i = Math.max(i + 1, end);
        }
        return edits.toString();
    }

    private static String name(Sentence sentence, int start, int end) {
        return People.bare(sentence.text().substring(sentence.tokenStart(start), sentence.tokenEnd(end - 1)));
    }
}
