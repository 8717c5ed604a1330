package io.verbatim.training.transformer;

/**
 * A sentence as a transformer reads it.
 *
 * @param pieces the ids of its word pieces, a mark at the end and, where it begins a paragraph, one before
 * @param features the features of the whole sentence: ({@link io.verbatim.model.FeatureExtractor#DENSE})
 * @param target the probabilities to learn: (labels); empty where there are none
 * @param weight the factor of its loss, 0 where it has no label
 */
@SuppressWarnings("ArrayRecordComponent") // a value between two steps, never compared
record PiecedSentence(int[] pieces, float[] features, float[] target, float weight) {}
