package io.verbatim.training;

import io.verbatim.article.Article;
import io.verbatim.model.EncodedSentence;
import io.verbatim.model.FeatureExtractor;
import io.verbatim.model.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * A model whose probabilities another one learns (Hinton, Vinyals and Dean 2015, "Distilling the Knowledge in a Neural
 * Network").
 *
 * @param model the model
 * @param share how much of a labelled sentence's target is what the model says of it
 * @param unlabelledWeight the factor in the loss of unlabelled sentences
 */
record Teacher(Model model, double share, double unlabelledWeight) {

    /** The article's sentences with the teacher's share in their targets. */
    List<TrainingSentence> teach(Article article, List<TrainingSentence> sentences) {
        double[][] probabilities = model.probabilities(article);
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

    /** The sentences of an unlabelled article as the teacher labels them. */
    List<TrainingSentence> teach(Article article, FeatureExtractor features) {
        List<EncodedSentence> encoded = features.encode(article);
        double[][] probabilities = model.probabilities(article);
        List<TrainingSentence> taught = new ArrayList<>(probabilities.length);
        for (int i = 0; i < probabilities.length; i++) {
            float[] target = new float[probabilities[i].length];
            for (int label = 0; label < target.length; label++) {
                target[label] = (float) probabilities[i][label];
            }
            taught.add(new TrainingSentence(encoded.get(i), target, (float) unlabelledWeight));
        }
        return taught;
    }
}
