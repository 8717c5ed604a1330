package io.verbatim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {

    private static final int IDS = 40;

    static List<Architecture> architectures() {
        return List.of(
                new Architecture(4, List.of(1, 3), 3, 5, 4, 1, 1),
                new Architecture(8, List.of(2, 3, 4, 5), 8, 8, 8, 2, 1),
                new Architecture(3, List.of(5, 1, 2), 4, 6, 7, 0, 1),
                new Architecture(5, List.of(4, 4), 5, 9, 3, 3, 1),
                new Architecture(8, List.of(2, 3, 4, 5), 8, 8, 8, 2, 3),
                new Architecture(3, List.of(6, 1), 4, 6, 7, 1, 2));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void should_compute_what_the_architecture_describes(Architecture architecture) {
        Map<String, Tensor> tensors = Models.tensors(architecture, new Vocabulary(List.of(), IDS), 5);
        Random random = new Random(6);
        List<EncodedSentence> sentences = new ArrayList<>();
        for (int tokens = 1; tokens <= 12; tokens++) {
            sentences.add(sentence(random, tokens));
        }

        Network network = new Network(architecture, IDS + Vocabulary.FIRST_WORD, tensors);

        for (int n = 0; n <= sentences.size(); n += 3) {
            float[][] logits = network.logits(sentences.subList(0, n));
            double[][] expected = new ReferenceNetwork(architecture, tensors).logits(sentences.subList(0, n));
            assertThat(logits).hasNumberOfRows(n);
            for (int i = 0; i < n; i++) {
                for (int label = 0; label < 3; label++) {
                    double size = Math.max(1, Math.abs(expected[i][label]));
                    assertThat(logits[i][label] / size).isCloseTo(expected[i][label] / size, offset(2e-5));
                }
            }
        }
    }

    private static EncodedSentence sentence(Random random, int tokens) {
        int[] words = random.ints(tokens, 0, IDS).toArray();
        byte[] shapes = new byte[tokens];
        for (int t = 0; t < tokens; t++) {
            shapes[t] = (byte) (random.nextBoolean() ? 0 : random.nextInt(64));
        }
        float[] dense = new float[FeatureExtractor.DENSE];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = random.nextInt(3) == 0 ? random.nextFloat() : 0;
        }
        return new EncodedSentence(words, shapes, dense);
    }
}
