package io.verbatim.corpus.perturbation;

import io.verbatim.article.Sentence;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Contracted forms written out, and forms that can be contracted contracted. */
final class Contractions implements Rewording.OfSentence {

    private static final Map<String, String> FULL = Map.ofEntries(
            Map.entry("don't", "do not"),
            Map.entry("doesn't", "does not"),
            Map.entry("didn't", "did not"),
            Map.entry("won't", "will not"),
            Map.entry("isn't", "is not"),
            Map.entry("aren't", "are not"),
            Map.entry("wasn't", "was not"),
            Map.entry("weren't", "were not"),
            Map.entry("hasn't", "has not"),
            Map.entry("haven't", "have not"),
            Map.entry("hadn't", "had not"),
            Map.entry("wouldn't", "would not"),
            Map.entry("couldn't", "could not"),
            Map.entry("shouldn't", "should not"),
            Map.entry("can't", "cannot"),
            Map.entry("I'm", "I am"),
            Map.entry("we're", "we are"),
            Map.entry("they're", "they are"),
            Map.entry("you're", "you are"),
            Map.entry("I'll", "I will"),
            Map.entry("we'll", "we will"),
            Map.entry("they'll", "they will"),
            Map.entry("he'll", "he will"),
            Map.entry("she'll", "she will"),
            Map.entry("We're", "We are"),
            Map.entry("They're", "They are"),
            Map.entry("You're", "You are"),
            Map.entry("We'll", "We will"),
            Map.entry("They'll", "They will"));

    private static final Map<String, String> SHORT = inverse();

    /** Before these the full form would stand in another order: {@code didn't they}. */
    private static final Set<String> PRONOUNS = Set.of("I", "you", "he", "she", "it", "we", "they", "there");

    @Override
    public String reword(Sentence sentence, SplittableRandom random) {
        Edits edits = new Edits(sentence);
        for (int i = 0; i < sentence.tokenCount(); i++) {
            int start = sentence.tokenStart(i);
            int end = sentence.tokenEnd(i);
            String full = FULL.get(sentence.token(i).replace('’', '\''));
            String next = i + 1 < sentence.tokenCount() ? sentence.token(i + 1) : "";
            boolean single = sentence.token(i).equals("cannot");
            String contracted = SHORT.get(single ? "cannot" : sentence.token(i) + " " + next);
            if (full != null && !PRONOUNS.contains(next)) {
                edits.replace(start, end, full);
            } else if (contracted != null && isWord(sentence, single ? i + 1 : i + 2)) {
                i = single ? i : i + 1;
                edits.replace(start, sentence.tokenEnd(i), contracted);
            }
        }
        return edits.toString();
    }

    private static boolean isWord(Sentence sentence, int i) {
        return i < sentence.tokenCount()
                && Character.isLetterOrDigit(sentence.token(i).charAt(0));
    }

    private static Map<String, String> inverse() {
        Map<String, String> inverse = new HashMap<>();
        FULL.forEach((contracted, full) -> inverse.put(full, contracted));
        return Map.copyOf(inverse);
    }
}
