package io.verbatim.model;

/**
 * What moved a sentence's log-odds of one label against the other two, away from those of a blank sentence that stands
 * alone: without a word, all its features 0, with nothing before and after it. All parts sum to {@code score - baseline}
 * but for rounding.
 *
 * @param score the log-odds of the label for the sentence as it stands
 * @param baseline the log-odds of the label for the blank sentence
 * @param words what each token's identity and shape add: (tokens); tokens that the network doesn't read add 0
 * @param features what each feature of the sentence adds: ({@link FeatureExtractor#DENSE})
 * @param neighbours what the sentences around it, and the article's ends, add together
 */
@SuppressWarnings("ArrayRecordComponent") // a value between two steps, never compared
public record Attribution(double score, double baseline, double[] words, double[] features, double neighbours) {}
