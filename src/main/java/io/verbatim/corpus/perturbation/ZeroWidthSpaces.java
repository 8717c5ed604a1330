package io.verbatim.corpus.perturbation;

import io.verbatim.article.Sentence;
import java.util.SplittableRandom;

/**
 * Characters of no width within and around words, as pages and word processors leave them: in a tenth of the words,
 * before a tenth and behind a tenth, never at a sentence's ends.
 */
final class ZeroWidthSpaces implements Rewording.OfSentence {

    private static final String CHARACTERS = "\u200B\u200B\uFEFF\u2060\u200C";
    private static final int ONE_IN = 10;
    private static final int LONG_WORD = 6;

    @Override
    public String reword(Sentence sentence, SplittableRandom random) {
        Edits edits = new Edits(sentence);
        String text = sentence.text();
        for (int i = 0; i < sentence.tokenCount(); i++) {
            int start = sentence.tokenStart(i);
            int end = sentence.tokenEnd(i);
            if (!Character.isLetter(text.charAt(start))) {
                continue;
            }
            if (start > 0 && random.nextInt(ONE_IN) == 0) {
                edits.replace(start, start, any(random));
            }
            if (end - start >= LONG_WORD && random.nextInt(ONE_IN) == 0) {
                int middle = start + (end - start) / 2;
                edits.replace(middle, middle, any(random));
            }
            if (end < text.length() && random.nextInt(ONE_IN) == 0) {
                edits.replace(end, end, any(random));
            }
        }
        return edits.toString();
    }

    private static String any(SplittableRandom random) {
        return String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
}
