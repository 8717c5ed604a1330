package io.verbatim.model;

import io.verbatim.article.Label;
import java.util.Map;

/**
 * What the words of a sentence, and the pairs of words that stand side by side in it, add to its logits: a linear model
 * beside the convolutions, which remembers what is too rare for a filter (Cheng et al. 2016, "Wide &amp; Deep Learning for
 * Recommender Systems"). A hash takes each of them to a row of one table, words in quotation marks apart (Weinberger et
 * al. 2009, "Feature Hashing for Large Scale Multitask Learning"). Immutable and safe for threads.
 */
public final class Ngrams {

    /** How many end with each word: the word by itself, and with the one before it. */
    public static final int EACH = 2;

    private static final int LABELS = Label.all().size();

    private final int rows;
    /** (rows, labels) */
    private final float[] table;

    Ngrams(Architecture architecture, Map<String, Tensor> tensors) {
        rows = architecture.ngrams();
        table = rows == 0 ? new float[0] : Tensor.values(tensors, "ngrams", rows, LABELS);
    }

    /**
     * The row of a word by itself.
     *
     * @param word its id
     * @param shape its shape bits
     * @param rows rows of the table, a power of two
     */
    public static int row(int word, byte shape, int rows) {
        return row(-1, word, shape, rows);
    }

    /**
     * The row of a word and the one before it.
     *
     * @param before the id of the word before it, {@link Vocabulary#PADDING} where it is the first one
     * @param word its id
     * @param shape its shape bits
     * @param rows rows of the table, a power of two
     */
    public static int row(int before, int word, byte shape, int rows) {
        long key = (before + 1L) << 32 | (long) word << 1 | ((shape & FeatureExtractor.QUOTED) != 0 ? 1 : 0);
        return (int) Vocabulary.mix(key) & (rows - 1);
    }

    /** Adds what a sentence's words and pairs give to its logits. */
    void add(EncodedSentence encoded, float[] logits) {
        if (rows == 0) {
            return;
        }
        int[] words = encoded.words();
        byte[] shapes = encoded.shapes();
        float a = 0;
        float b = 0;
        float c = 0;
        int before = Vocabulary.PADDING;
        for (int t = 0; t < words.length; t++) {
            int single = row(words[t], shapes[t], rows) * LABELS;
            int pair = row(before, words[t], shapes[t], rows) * LABELS;
            a += table[single] + table[pair];
            b += table[single + 1] + table[pair + 1];
            c += table[single + 2] + table[pair + 2];
            before = words[t];
        }
        logits[0] += a;
        logits[1] += b;
        logits[2] += c;
    }

    /** Adds them in double precision. */
    void add(EncodedSentence encoded, double[] logits) {
        int tokens = encoded.words().length;
        for (int label = 0; label < LABELS; label++) {
            for (int t = 0; t < tokens; t++) {
                logits[label] += single(encoded, t, label) + pair(encoded, t, label);
            }
        }
    }

    /** Adds to each word what it adds to a weighted sum of the logits; a pair's part is halved between its two words. */
    void divide(EncodedSentence encoded, double[] weights, double[] words) {
        for (int label = 0; label < LABELS; label++) {
            for (int t = 0; t < encoded.words().length; t++) {
                double pair = weights[label] * pair(encoded, t, label);
                words[t] += weights[label] * single(encoded, t, label) + (t == 0 ? pair : pair / 2);
                if (t > 0) {
                    words[t - 1] += pair / 2;
                }
            }
        }
    }

    private double single(EncodedSentence encoded, int t, int label) {
        return rows == 0 ? 0 : table[row(encoded.words()[t], encoded.shapes()[t], rows) * LABELS + label];
    }

    private double pair(EncodedSentence encoded, int t, int label) {
        int before = t == 0 ? Vocabulary.PADDING : encoded.words()[t - 1];
        return rows == 0 ? 0 : table[row(before, encoded.words()[t], encoded.shapes()[t], rows) * LABELS + label];
    }
}
