package io.verbatim.corpus.perturbation;

import io.verbatim.article.Article;
import io.verbatim.article.Sentence;
import java.util.List;
import java.util.SplittableRandom;

/** Another wording of an article. The same article and the same random numbers give the same wording. */
@FunctionalInterface
interface Rewording {

    /** The new text of each sentence, in order. */
    List<String> reword(Article article, SplittableRandom random);

    /** A rewording of each sentence by itself. */
    static Rewording each(OfSentence rewording) {
        return (article, random) -> article.sentences().stream()
                .map(sentence -> rewording.reword(sentence, random))
                .toList();
    }

    /** Another wording of a sentence. */
    @FunctionalInterface
    interface OfSentence {
        String reword(Sentence sentence, SplittableRandom random);
    }
}
