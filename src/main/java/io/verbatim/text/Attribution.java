package io.verbatim.text;

import java.util.Locale;
import java.util.Set;

/** Recognises short attributions behind a quotation: {@code she said}, {@code Mr Lind shouted at the boys}. */
final class Attribution {

    /** The longest attribution behind a comma, and how far one behind a question or exclamation mark is looked for. */
    private static final int LONGEST = 60;

    private static final int FAR = 120;

    private static final int LONGEST_WORD = 24;

    private static final int MOST_WORDS = 5;

    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "the");

    /** What may follow the saying verb of an attribution that stands behind its quotation. */
    private static final Set<String> AFTER_VERB = Set.of("""
            at in on as when during after before to of while with from via rhetorically back again aloud into
            through outside inside over about last yesterday today monday tuesday wednesday thursday friday
            saturday sunday later""".split("\\s+"));

    private Attribution() {}

    /**
     * Whether an attribution of the quotation before begins here: a few words that name the speaker, a saying verb, and
     * no clause after it.
     */
    static boolean follows(Surface surface, int start) {
        int limit = Math.min(surface.length(), start + FAR);
        int word = start;
        for (int words = 0; words < 7 && word < limit; words++) {
            int end = surface.wordEnd(word, limit);
            int core = end;
            while (core > word && !Character.isLetterOrDigit(surface.at(core - 1))) {
                core--;
            }
            String form = surface.text(word, core).toLowerCase(Locale.ROOT);
            boolean punctuated = core < end;
            if (words > 0 && SayingVerbs.contains(form)) {
                int next = surface.skipSpaces(end, limit);
                String following = surface.wordAt(next, LONGEST_WORD);
                return punctuated
                        || next == limit
                        || AFTER_VERB.contains(following)
                        || following.endsWith("ly")
                        || ("told".equals(form) && Character.isUpperCase(surface.orSpace(next)));
            }
            if (punctuated
                    && !(surface.at(core) == '.' && (core - word == 1 || Abbreviations.contains(form)))
                    && surface.at(core) != ',') {
                return false;
            }
            word = surface.skipSpaces(end, limit);
        }
        return false;
    }

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
        if (words.length < 2 || words.length > MOST_WORDS || words[0].isEmpty()) {
            return -1;
        }
        boolean speakerFirst = PRONOUNS.contains(words[0]) || Character.isUpperCase(words[0].charAt(0));
        boolean verbLast = SayingVerbs.contains(words[words.length - 1].toLowerCase(Locale.ROOT));
        boolean verbFirst = SayingVerbs.contains(words[0]);
        boolean speakerSecond = PRONOUNS.contains(words[1]) || Character.isUpperCase(words[1].charAt(0));
        return (speakerFirst && verbLast) || (verbFirst && speakerSecond) ? comma + 1 : -1;
    }
}
