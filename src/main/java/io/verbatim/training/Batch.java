package io.verbatim.training;

import io.verbatim.article.Label;
import io.verbatim.model.EncodedSentence;
import io.verbatim.model.FeatureExtractor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Articles as the arrays that a step of training takes, with rows of nothing before, between and after them. */
final class Batch {

    private Batch() {}

    /** The batches of an epoch, their articles in an order by chance, each with about as many sentences as asked. */
    static List<List<List<TrainingSentence>>> shuffled(
            List<List<TrainingSentence>> articles, int sentences, SplittableRandom random) {
        List<List<TrainingSentence>> order = new ArrayList<>(articles);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        List<List<List<TrainingSentence>>> batches = new ArrayList<>();
        List<List<TrainingSentence>> batch = new ArrayList<>();
        int size = 0;
        for (List<TrainingSentence> article : order) {
            if (size > 0 && size + article.size() > sentences) {
                batches.add(batch);
                batch = new ArrayList<>();
                size = 0;
            }
            batch.add(article);
            size += article.size();
        }
        if (size > 0) {
            batches.add(batch);
        }
        return batches;
    }

    /**
     * The arrays of a batch. Its sentences lie behind one another in one sequence of tokens.
     *
     * <ul>
     *   <li>words: (tokens, 1)
     *   <li>shapes: (tokens, shape bits)
     *   <li>bounds, first token and one past the last of each row: (rows, 2)
     *   <li>dense: (rows, dense features)
     *   <li>targets: (rows, labels), with the sentences' weights as a mask: (rows, 1)
     * </ul>
     *
     * @param radius rows of nothing between articles
     * @param noise what a step does to a sentence's words
     */
    static MultiDataSet of(List<List<TrainingSentence>> articles, int radius, WordNoise noise) {
        int labels = Label.all().size();
        TrainingSentence nothing = new TrainingSentence(EncodedSentence.nothing(), new float[] {1, 0, 0}, 0);
        List<TrainingSentence> rows = new ArrayList<>(Collections.nCopies(radius, nothing));
        for (List<TrainingSentence> article : articles) {
            rows.addAll(article);
            rows.addAll(Collections.nCopies(radius, nothing));
        }
        int n = rows.size();
        int tokens = rows.stream().mapToInt(r -> r.encoded().words().length).sum();
        float[] words = new float[tokens];
        float[] shapes = new float[FeatureExtractor.SHAPE_BITS * tokens];
        float[] bounds = new float[2 * n];
        float[] dense = new float[n * FeatureExtractor.DENSE];
        float[] targets = new float[n * labels];
        float[] weights = new float[n];
        int token = 0;
        for (int i = 0; i < n; i++) {
            TrainingSentence row = rows.get(i);
            EncodedSentence encoded = row.encoded();
            bounds[2 * i] = token;
            for (int t = 0; t < encoded.words().length; t++, token++) {
                words[token] = noise.apply(encoded, t);
                for (int bit = 0; bit < FeatureExtractor.SHAPE_BITS; bit++) {
                    shapes[token * FeatureExtractor.SHAPE_BITS + bit] = encoded.shapes()[t] >> bit & 1;
                }
            }
            bounds[2 * i + 1] = token;
            System.arraycopy(encoded.dense(), 0, dense, i * FeatureExtractor.DENSE, FeatureExtractor.DENSE);
            System.arraycopy(row.target(), 0, targets, i * labels, labels);
            weights[i] = row.weight();
        }
        return new MultiDataSet(
                new INDArray[] {
                    array(words, tokens, 1),
                    array(shapes, tokens, FeatureExtractor.SHAPE_BITS),
                    array(bounds, n, 2),
                    array(dense, n, FeatureExtractor.DENSE)
                },
                new INDArray[] {array(targets, n, labels)},
                null,
                new INDArray[] {array(weights, n, 1)});
    }

    private static INDArray array(float[] values, long... shape) {
        return Nd4j.create(values, shape, 'c');
    }
}
