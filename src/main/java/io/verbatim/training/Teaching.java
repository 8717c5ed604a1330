package io.verbatim.training;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.model.EncodedSentence;
import io.verbatim.model.FeatureExtractor;
import java.util.ArrayList;
import java.util.List;

/**
 * What is learned of sentences: their labels, and what teachers say of them. That is the geometric mean of their
 * probabilities, in which one that is sure outweighs one that is not. Of an article that one of them doesn't know, the
 * labels alone are learned.
 *
 * @param teachers none for the labels alone
 * @param share how much of a labelled sentence's target is what the teachers say of it
 * @param unlabelledWeight the factor in the loss of unlabelled sentences
 */
public record Teaching(List<Teacher> teachers, double share, double unlabelledWeight) {

    /** Below this a teacher's probability is no smaller: none may rule a label out alone. */
    private static final double LEAST = 1e-6;

    public Teaching {
        teachers = List.copyOf(teachers);
    }

    /** The labels alone. */
    public static Teaching none() {
        return new Teaching(List.of(), 0, 0);
    }

    /**
     * The probabilities to learn of an article's sentences, of each its label and in part what the teachers say:
     * (sentences, labels). Of no meaning where a sentence has no label.
     */
    public float[][] targets(AnnotatedArticle article) {
        float[][] targets = new float[article.labels().size()][Label.all().size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i][article.labels().get(i).orElse(Label.NARRATIVE).ordinal()] = 1;
        }
        float[][] said = probabilities(article.article(), targets.length);
        for (int i = 0; i < said.length; i++) {
            for (int label = 0; label < said[i].length; label++) {
                targets[i][label] = (float) ((1 - share) * targets[i][label] + share * said[i][label]);
            }
        }
        return targets;
    }

    /** The sentences of an unlabelled article as the teachers label them; none where one of them doesn't know it. */
    List<TrainingSentence> teach(Article article, FeatureExtractor features) {
        float[][] probabilities = probabilities(article, article.sentences().size());
        if (probabilities.length == 0) {
            return List.of();
        }
        List<EncodedSentence> encoded = features.encode(article);
        List<TrainingSentence> taught = new ArrayList<>(encoded.size());
        for (int i = 0; i < probabilities.length; i++) {
            taught.add(new TrainingSentence(encoded.get(i), probabilities[i], (float) unlabelledWeight));
        }
        return taught;
    }

    /** What the teachers say of an article that all of them know: (sentences, labels), or nothing. */
    private float[][] probabilities(Article article, int sentences) {
        if (teachers.isEmpty()) {
            return new float[0][];
        }
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
