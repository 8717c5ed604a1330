package io.verbatim.text;

import java.util.Locale;
import java.util.Set;

/** Recognises a short attribution at the end of a sentence: {@code , she said.} */
final class Attribution {

    private static final int LONGEST = 60;

    private static final int MOST_WORDS = 5;

    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "the");

    private Attribution() {}

    /** Where the attribution begins that stands behind a comma and ends the sentence at {@code end}, or -1. */
    static int behindComma(Surface surface, int start, int end) {
        int comma = end - 1;
        int limit = Math.max(start, end - LONGEST);
        while (comma > limit && surface.at(comma) != ',') {
            comma--;
        }
        if (comma <= limit || surface.at(comma) != ',') {
            return -1;
        }
        String[] words = surface.text(comma + 1, end).strip().split("[ .!?]+");
        if (words.length < 2 || words.length > MOST_WORDS) {
            return -1;
        }
        boolean speakerFirst = PRONOUNS.contains(words[0]) || Character.isUpperCase(words[0].charAt(0));
        boolean verbLast = SayingVerbs.contains(words[words.length - 1].toLowerCase(Locale.ROOT));
        boolean verbFirst = SayingVerbs.contains(words[0]);
        boolean speakerSecond = PRONOUNS.contains(words[1]) || Character.isUpperCase(words[1].charAt(0));
        return (speakerFirst && verbLast) || (verbFirst && speakerSecond) ? comma + 1 : -1;
    }
}
