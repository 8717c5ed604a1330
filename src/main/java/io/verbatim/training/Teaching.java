package io.verbatim.training;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.model.EncodedSentence;
import io.verbatim.model.FeatureExtractor;
import java.util.ArrayList;
import java.util.List;

/**
 * How teachers make the targets of sentences: by the geometric mean of their probabilities, in which one that is sure
 * outweighs one that is not. Of an article that one of them doesn't know, the labels alone are learned.
 *
 * @param teachers one at least
 * @param share how much of a labelled sentence's target is what the teachers say of it
 * @param unlabelledWeight the factor in the loss of unlabelled sentences
 */
record Teaching(List<Teacher> teachers, double share, double unlabelledWeight) {

    /** Below this a teacher's probability is no smaller: none may rule a label out alone. */
    private static final double LEAST = 1e-6;

    /** The article's sentences with the teachers' share in their targets. */
    List<TrainingSentence> teach(Article article, List<TrainingSentence> sentences) {
        float[][] probabilities = probabilities(article, sentences.size());
        if (probabilities.length == 0) {
            return sentences;
        }
        List<TrainingSentence> taught = new ArrayList<>(sentences.size());
        for (int i = 0; i < probabilities.length; i++) {
            TrainingSentence sentence = sentences.get(i);
            float[] target = sentence.target().clone();
            for (int label = 0; label < target.length; label++) {
                target[label] = (float) ((1 - share) * target[label] + share * probabilities[i][label]);
            }
            taught.add(new TrainingSentence(sentence.encoded(), target, sentence.weight()));
        }
        return taught;
    }

    /** The sentences of an unlabelled article as the teachers label them; none where one of them doesn't know it. */
    List<TrainingSentence> teach(Article article, FeatureExtractor features) {
        List<EncodedSentence> encoded = features.encode(article);
        float[][] probabilities = probabilities(article, encoded.size());
        List<TrainingSentence> taught = new ArrayList<>(encoded.size());
        for (int i = 0; i < probabilities.length; i++) {
            taught.add(new TrainingSentence(encoded.get(i), probabilities[i], (float) unlabelledWeight));
        }
        return taught;
    }

    /** What the teachers say of an article that all of them know: (sentences, labels), or nothing. */
    private float[][] probabilities(Article article, int sentences) {
        List<double[][]> answers = teachers.stream()
                .flatMap(teacher -> teacher.probabilities().apply(article).stream())
                .toList();
        if (answers.size() < teachers.size()) {
            return new float[0][];
        }
        double[][] logs = new double[sentences][Label.all().size()];
        for (double[][] said : answers) {
            for (int i = 0; i < sentences; i++) {
                for (int label = 0; label < logs[i].length; label++) {
                    logs[i][label] += Math.log(Math.max(LEAST, said[i][label])) / teachers.size();
                }
            }
        }
        float[][] probabilities = new float[sentences][Label.all().size()];
        for (int i = 0; i < sentences; i++) {
            double sum = 0;
            for (double log : logs[i]) {
                sum += Math.exp(log);
            }
            for (int label = 0; label < logs[i].length; label++) {
                probabilities[i][label] = (float) (Math.exp(logs[i][label]) / sum);
            }
        }
        return probabilities;
    }
}
