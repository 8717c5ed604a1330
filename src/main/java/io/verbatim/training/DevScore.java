package io.verbatim.training;

import io.verbatim.article.Label;
import io.verbatim.model.EncodedSentence;
import io.verbatim.model.Network;
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
record DevScore(double macroF1, List<Double> f1, double logLoss) {

    /** The score of a network on articles; sentences of weight 0 don't count. */
    static DevScore of(Network network, List<List<TrainingSentence>> articles) {
        int labels = Label.all().size();
        long[][] confusion = new long[labels][labels];
        double loss = 0;
        long count = 0;
        for (List<TrainingSentence> article : articles) {
            List<EncodedSentence> encoded =
                    article.stream().map(TrainingSentence::encoded).toList();
            float[][] logits = network.logits(encoded);
            for (int i = 0; i < logits.length; i++) {
                if (article.get(i).weight() > 0) {
                    int gold = best(article.get(i).target());
                    confusion[gold][best(logits[i])]++;
                    loss -= logProbability(logits[i], gold);
                    count++;
                }
            }
        }
        Double[] f1 = new Double[labels];
        double sum = 0;
        for (int label = 0; label < labels; label++) {
            long gold = 0;
            long predicted = 0;
            for (int other = 0; other < labels; other++) {
                gold += confusion[label][other];
                predicted += confusion[other][label];
            }
            f1[label] = gold + predicted == 0 ? 0 : 2.0 * confusion[label][label] / (gold + predicted);
            sum += f1[label];
        }
        return new DevScore(sum / labels, List.of(f1), count == 0 ? 0 : loss / count);
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
