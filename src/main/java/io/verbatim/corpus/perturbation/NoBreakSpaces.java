package io.verbatim.corpus.perturbation;

import io.verbatim.article.Sentence;
import java.util.SplittableRandom;

/** No-break spaces, of the usual and of a narrow width, instead of a third of the spaces. */
final class NoBreakSpaces implements Rewording.OfSentence {

    @Override
    public String reword(Sentence sentence, SplittableRandom random) {
        StringBuilder out = new StringBuilder(sentence.text());
        for (int i = 0; i < out.length(); i++) {
            if (out.charAt(i) == ' ' && random.nextInt(3) == 0) {
                out.setCharAt(i, random.nextInt(4) == 0 ? '\u202F' : '\u00A0');
            }
        }
        return out.toString();
    }
}
