package io.verbatim.cli;

import io.verbatim.LabelledSentence;
import io.verbatim.article.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a text may be English, by its commonest words. */
final class English {

    /** Common words of English, few of which other languages share. */
    private static final Set<String> COMMON = Set.of(
            "the", "of", "and", "to", "a", "in", "that", "is", "was", "for", "on", "with", "it", "as", "be", "at", "by",
            "he", "she", "they", "this", "have", "has", "had", "from", "not", "are", "were", "but", "an", "which",
            "his", "her", "their", "we", "you", "said", "will", "would", "been", "who", "more", "when", "its", "after",
            "one");

    private static final int ENOUGH_WORDS = 20;
    private static final double LEAST_SHARE = 0.1;
    private static final int READ_WORDS = 1000;

    private English() {}

    /** False where the text is long enough to tell and holds too few of the commonest English words. */
    static boolean likely(List<LabelledSentence> sentences) {
        int words = 0;
        int common = 0;
        for (LabelledSentence labelled : sentences) {
            Sentence sentence = labelled.sentence();
            for (int i = 0; i < sentence.tokenCount() && words < READ_WORDS; i++) {
                if (Character.isLetter(sentence.text().charAt(sentence.tokenStart(i)))) {
                    words++;
                    common += COMMON.contains(sentence.token(i).toLowerCase(Locale.ROOT)) ? 1 : 0;
                }
            }
        }
        return words < ENOUGH_WORDS || common >= LEAST_SHARE * words;
    }
}
