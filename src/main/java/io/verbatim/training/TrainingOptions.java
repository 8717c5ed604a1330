package io.verbatim.training;

import io.verbatim.model.Architecture;
import io.verbatim.model.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a network is trained.
 *
 * @param architecture the network's shape
 * @param seed the seed of all chance; an ensemble's networks take it and the ones after it
 * @param ensemble networks whose probabilities are averaged
 * @param epochs the most passes over the tables
 * @param patience epochs without a better dev macro-F1 after which training ends
 * @param batch sentences of a batch, more where an article is longer
 * @param learningRate the step of Adam (Kingma and Ba 2015) at the beginning; it falls to a tenth along a cosine
 * @param dropout the share of the sentence's pooled maxima and vector that a step leaves out
 * @param wordDropout the share of words that a step takes for unknown
 * @param weightDecay factor of the squared weights in the loss, of all but the word vectors
 * @param teacherShare how much of a labelled sentence's target is what the teacher says, where there is one; the rest is
 *     its label (Hinton, Vinyals and Dean 2015, "Distilling the Knowledge in a Neural Network")
 * @param unlabelledWeight the factor in the loss of unlabelled sentences, which the teacher labels
 * @param unlabelledPasses how often each of them is read in all epochs together, at most once an epoch
 * @param averaging how much of the averaged weights a step keeps (Polyak averaging); 0 for none
 * @param minCount how often a word must stand in the tables to be known
 * @param maxWords the most words that are known
 * @param buckets ids for unknown words
 * @param vectorEpochs passes over unlabelled text, where there is some, to learn word vectors
 * @param threads threads of ND4J; results depend on them
 * @param augment the share of articles that an epoch sees with other names, numbers, dates, spelling and capitals
 */
public record TrainingOptions(
        Architecture architecture,
        long seed,
        int ensemble,
        int epochs,
        int patience,
        int batch,
        double learningRate,
        double dropout,
        double wordDropout,
        double weightDecay,
        double teacherShare,
        double unlabelledWeight,
        int unlabelledPasses,
        double averaging,
        int minCount,
        int maxWords,
        int buckets,
        int vectorEpochs,
        int threads,
        double augment) {

    public TrainingOptions {
        atLeast("ensemble", ensemble, 1);
        atLeast("epochs", epochs, 1);
        atLeast("patience", patience, 1);
        atLeast("batch", batch, 1);
        atLeast("min-count", minCount, 1);
        atLeast("max-words", maxWords, 1);
        atLeast("buckets", buckets, 1);
        atLeast("vector-epochs", vectorEpochs, 1);
        atLeast("threads", threads, 1);
        atLeast("unlabelled-passes", unlabelledPasses, 1);
        if (unlabelledPasses > epochs) {
            throw new IllegalArgumentException(
                    "unlabelled-passes must be at most the " + epochs + " epochs, not " + unlabelledPasses);
        }
        share("dropout", dropout);
        share("word-dropout", wordDropout);
        share("averaging", averaging);
        if (!(teacherShare >= 0 && teacherShare <= 1)) {
            throw new IllegalArgumentException("teacher-share must be from 0 to 1, not " + teacherShare);
        } else if (!(unlabelledWeight >= 0 && unlabelledWeight <= 1000)) {
            throw new IllegalArgumentException("unlabelled-weight must be from 0 to 1000, not " + unlabelledWeight);
        }
        share("augment", augment);
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new IllegalArgumentException("learning-rate must be above 0 and at most 1, not " + learningRate);
        } else if (!(weightDecay >= 0 && weightDecay <= 1)) {
            throw new IllegalArgumentException("weight-decay must be from 0 to 1, not " + weightDecay);
        }
    }

    /** What training does unless told otherwise. */
    public static TrainingOptions defaults() {
        Architecture architecture = new Architecture(64, List.of(2, 3, 4, 5), 40, 64, 64, 2, 1);
        return new TrainingOptions(
                architecture, 1, 1, 40, 10, 32, 0.001, 0.3, 0.15, 0.003, 0.5, 1, 1, 0.99, 2, 16_000, 512, 5, 1, 0);
    }

    /**
     * The options that a manifest tells of, to repeat a training.
     *
     * @throws IllegalArgumentException if one is missing or out of bounds
     */
    public static TrainingOptions of(Manifest manifest) {
        if (!(manifest.fields().get("options") instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("the manifest has no options");
        }
        return new TrainingOptions(
                manifest.architecture(),
                number(map, "seed").longValue(),
                number(map, "ensemble").intValue(),
                number(map, "epochs").intValue(),
                number(map, "patience").intValue(),
                number(map, "batch").intValue(),
                number(map, "learning-rate").doubleValue(),
                number(map, "dropout").doubleValue(),
                number(map, "word-dropout").doubleValue(),
                number(map, "weight-decay").doubleValue(),
                number(map, "teacher-share", defaults().teacherShare),
                number(map, "unlabelled-weight", defaults().unlabelledWeight),
                map.containsKey("unlabelled-passes")
                        ? number(map, "unlabelled-passes").intValue()
                        : 1,
                number(map, "averaging").doubleValue(),
                number(map, "min-count").intValue(),
                number(map, "max-words").intValue(),
                number(map, "buckets").intValue(),
                number(map, "vector-epochs").intValue(),
                number(map, "threads").intValue(),
                map.containsKey("augment") ? number(map, "augment").doubleValue() : 0);
    }

    /** These options with another seed. */
    public TrainingOptions withSeed(long other) {
        return new TrainingOptions(
                architecture,
                other,
                ensemble,
                epochs,
                patience,
                batch,
                learningRate,
                dropout,
                wordDropout,
                weightDecay,
                teacherShare,
                unlabelledWeight,
                unlabelledPasses,
                averaging,
                minCount,
                maxWords,
                buckets,
                vectorEpochs,
                threads,
                augment);
    }

    /** The options as they stand in a manifest, the architecture apart. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seed", seed);
        map.put("ensemble", ensemble);
        map.put("epochs", epochs);
        map.put("patience", patience);
        map.put("batch", batch);
        map.put("learning-rate", learningRate);
        map.put("dropout", dropout);
        map.put("word-dropout", wordDropout);
        map.put("weight-decay", weightDecay);
        map.put("teacher-share", teacherShare);
        map.put("unlabelled-weight", unlabelledWeight);
        if (unlabelledPasses > 1) {
            map.put("unlabelled-passes", unlabelledPasses);
        }
        map.put("averaging", averaging);
        map.put("min-count", minCount);
        map.put("max-words", maxWords);
        map.put("buckets", buckets);
        map.put("vector-epochs", vectorEpochs);
        map.put("threads", threads);
        if (augment > 0) {
            map.put("augment", augment);
        }
        return map;
    }

    private static Number number(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("the manifest's options have no " + key);
    }

    /** Of models that were trained before there was such an option. */
    private static double number(Map<?, ?> map, String key, double otherwise) {
        return map.containsKey(key) ? number(map, key).doubleValue() : otherwise;
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be at least 0 and below 1, not " + value);
        }
    }
}
