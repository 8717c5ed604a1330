package io.verbatim.corpus.perturbation;

import io.verbatim.article.Article;
import io.verbatim.article.Paragraph;
import io.verbatim.article.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The headline with every longer word capitalised, or all in capitals. A headline is the first sentence where it is alone
 * in its paragraph and ends without a full stop.
 */
final class Capitals implements Rewording {

    private static final Set<String> SMALL_WORDS = Set.of("""
            a an and as at but by for from in into of on or the to up with per over""".split("\\s+"));

    @Override
    public List<String> reword(Article article, SplittableRandom random) {
        List<String> texts =
                new ArrayList<>(article.sentences().stream().map(Sentence::text).toList());
        if (hasHeadline(article)) {
            Sentence headline = article.sentences().get(0);
            String capitals = headline.text().toUpperCase(Locale.ROOT);
            String title = title(headline);
            texts.set(0, random.nextBoolean() || title.equals(headline.text()) ? capitals : title);
        }
        return texts;
    }

    /** The word with a capital. */
    static String first(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static boolean hasHeadline(Article article) {
        if (article.paragraphs().size() < 2) {
            return false;
        }
        Paragraph paragraph = article.paragraphs().get(0);
        String text = paragraph.sentences().get(0).text();
        return paragraph.sentences().size() == 1 && !text.matches(".*[.!?:…]\\W*");
    }

    private static String title(Sentence sentence) {
        Edits edits = new Edits(sentence);
        for (int i = 0; i < sentence.tokenCount(); i++) {
            String token = sentence.token(i);
            edits.replace(
                    sentence.tokenStart(i), sentence.tokenEnd(i), SMALL_WORDS.contains(token) ? token : first(token));
        }
        return edits.toString();
    }
}
