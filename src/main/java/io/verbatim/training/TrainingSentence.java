package io.verbatim.training;

import io.verbatim.model.EncodedSentence;

/**
 * A sentence to learn from.
 *
 * @param encoded its features
 * @param target the probabilities to learn: (labels)
 * @param weight its factor in the loss; 0 for one that is context only
 */
@SuppressWarnings("ArrayRecordComponent") // a value between two steps, never compared
record TrainingSentence(EncodedSentence encoded, float[] target, float weight) {}
