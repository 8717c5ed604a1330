package io.verbatim.model;

import io.verbatim.article.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small models with weights by chance. */
public final class Models {

    private Models() {}

    /** A model of one small network. */
    public static Model small(long seed) {
        Architecture architecture = new Architecture(4, List.of(1, 3), 3, 5, 4, 1, 2);
        Vocabulary vocabulary = new Vocabulary(List.of("said", "the", "minister", "."), 8);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", "small");
        fields.put("version", "1");
        return Model.of(fields, architecture, vocabulary, 1.5, List.of(tensors(architecture, vocabulary, seed)));
    }

    /** Arrays by chance. */
    static Map<String, Tensor> tensors(Architecture a, Vocabulary vocabulary, long seed) {
        Random random = new Random(seed);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        put(tensors, "embedding", random, 1, vocabulary.size(), a.embedding());
        layer(tensors, "convolution", random, a.channels(), a.places() * a.filters());
        layer(tensors, "sentence", random, a.pooled() + FeatureExtractor.DENSE, a.sentence());
        layer(tensors, "context", random, (2 * a.radius() + 1) * a.sentence(), a.context());
        layer(tensors, "output", random, a.sentence() + a.context(), Label.all().size());
        return tensors;
    }

    private static void layer(Map<String, Tensor> tensors, String name, Random random, int inputs, int outputs) {
        put(tensors, name, random, 2 / Math.sqrt(inputs), inputs, outputs);
        put(tensors, name + ".bias", random, 1, outputs);
    }

    private static void put(Map<String, Tensor> tensors, String name, Random random, double deviation, int... shape) {
        int size = 1;
        for (int dimension : shape) {
            size *= dimension;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        tensors.put(name, new Tensor(shape, values));
    }
}
