package io.verbatim.training;

import io.verbatim.model.EncodedSentence;
import io.verbatim.model.Vocabulary;
import java.util.List;
import java.util.SplittableRandom;

/** Takes a share of the known words for unknown, so that the buckets of unknown words are learnt. */
final class WordNoise {

    private final Vocabulary vocabulary;
    private final double share;
    private final SplittableRandom random;
    private final int[] buckets;

    WordNoise(Vocabulary vocabulary, double share, SplittableRandom random) {
        this.vocabulary = vocabulary;
        this.share = share;
        this.random = random;
        List<String> words = vocabulary.words();
        this.buckets = new int[vocabulary.size()];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = i;
        }
        int first = vocabulary.words().isEmpty()
                ? 0
                : vocabulary.id(words.get(0), 0, words.get(0).length());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            buckets[first + i] = vocabulary.bucket(word, 0, word.length());
        }
    }

    /** The id that a step sees for token {@code t}. */
    int apply(EncodedSentence sentence, int t) {
        int id = sentence.words()[t];
        return share > 0 && vocabulary.isWord(id) && random.nextDouble() < share ? buckets[id] : id;
    }
}
