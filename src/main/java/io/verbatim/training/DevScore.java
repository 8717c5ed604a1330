package io.verbatim.training;

import io.verbatim.article.Label;
import io.verbatim.model.EncodedSentence;
import io.verbatim.model.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well the networks of an epoch label a dev table.
 *
 * @param macroF1 the mean of the labels' F1
 * @param f1 the F1 of each label: (labels)
 * @param logLoss the mean negative log of the gold label's probability
 */
public record DevScore(double macroF1, List<Double> f1, double logLoss) {

    /** The score of a network on articles; sentences of weight 0 don't count. */
    static DevScore of(Network network, List<List<TrainingSentence>> articles) {
        List<float[]> logits = new ArrayList<>();
        List<Integer> gold = new ArrayList<>();
        for (List<TrainingSentence> article : articles) {
            List<EncodedSentence> encoded =
                    article.stream().map(TrainingSentence::encoded).toList();
            float[][] ofArticle = network.logits(encoded);
            for (int i = 0; i < ofArticle.length; i++) {
                if (article.get(i).weight() > 0) {
                    logits.add(ofArticle[i]);
                    gold.add(best(article.get(i).target()));
                }
            }
        }
        return of(logits, gold);
    }

    /**
     * The score of some answers.
     *
     * @param logits of each sentence: (labels)
     * @param gold the ordinal of each sentence's label
     */
    public static DevScore of(List<float[]> logits, List<Integer> gold) {
        int labels = Label.all().size();
        long[][] confusion = new long[labels][labels];
        double loss = 0;
        for (int i = 0; i < gold.size(); i++) {
            confusion[gold.get(i)][best(logits.get(i))]++;
            loss -= logProbability(logits.get(i), gold.get(i));
        }
        Double[] f1 = new Double[labels];
        double sum = 0;
        for (int label = 0; label < labels; label++) {
            long ofGold = 0;
            long predicted = 0;
            for (int other = 0; other < labels; other++) {
                ofGold += confusion[label][other];
                predicted += confusion[other][label];
            }
            f1[label] = ofGold + predicted == 0 ? 0 : 2.0 * confusion[label][label] / (ofGold + predicted);
            sum += f1[label];
        }
        return new DevScore(sum / labels, List.of(f1), gold.isEmpty() ? 0 : loss / gold.size());
    }

    /** The score as it stands in a manifest. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new TreeMap<>();
        map.put("macro-f1", macroF1);
        for (Label label : Label.all()) {
            map.put("f1-" + label.id(), f1.get(label.ordinal()));
        }
        map.put("log-loss", logLoss);
        return map;
    }

    private static int best(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    private static double logProbability(float[] logits, int label) {
        double max = logits[best(logits)];
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - max);
        }
        return logits[label] - max - Math.log(sum);
    }
}
