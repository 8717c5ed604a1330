package io.verbatim.corpus.perturbation;

import io.verbatim.article.Sentence;
import java.util.SplittableRandom;

/** Soft hyphens in half of the words of six letters and more. */
final class SoftHyphens implements Rewording.OfSentence {

    private static final int LONG_WORD = 6;
    private static final int LEAST_PART = 2;

    @Override
    public String reword(Sentence sentence, SplittableRandom random) {
        Edits edits = new Edits(sentence);
        for (int i = 0; i < sentence.tokenCount(); i++) {
            String token = sentence.token(i);
            if (token.length() >= LONG_WORD && token.chars().allMatch(Character::isLetter) && random.nextBoolean()) {
                int at = sentence.tokenStart(i) + LEAST_PART + random.nextInt(token.length() - 2 * LEAST_PART + 1);
                edits.replace(at, at, "\u00AD");
            }
        }
        return edits.toString();
    }
}
