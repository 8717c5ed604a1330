package io.verbatim.model;

/**
 * A sentence as the network sees it. The arrays are not copied; nobody changes them.
 *
 * @param words the id of each token: (tokens)
 * @param shapes the shape bits of each token, see {@link FeatureExtractor}: (tokens)
 * @param dense the features of the whole sentence: ({@link FeatureExtractor#DENSE})
 */
@SuppressWarnings("ArrayRecordComponent") // a value between two steps, never compared
public record EncodedSentence(int[] words, byte[] shapes, float[] dense) {

    /** What stands beyond the first and the last sentence of an article. */
    public static EncodedSentence nothing() {
        return new EncodedSentence(new int[] {Vocabulary.NOTHING}, new byte[1], new float[FeatureExtractor.DENSE]);
    }
}
