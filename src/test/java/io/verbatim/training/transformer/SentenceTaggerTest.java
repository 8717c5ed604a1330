package io.verbatim.training.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verbatim.model.FeatureExtractor;
import io.verbatim.training.Threads;
import io.verbatim.training.transformer.Windows.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the transformer and what reads from it, as a whole. */
class SentenceTaggerTest {

    private static final int VOCABULARY = 13;
    private static final int HEADS = 4;

    private final Chance chance = new Chance();
    private SentenceTagger tagger;

    @BeforeEach
    void readBert(@TempDir Path folder) throws IOException {
        Threads.limit(1);
        OnnxWeights weights = OnnxWeights.read(TinyBert.onnx(folder.resolve("tiny.onnx")));
        tagger = new SentenceTagger(Transformer.of(weights, HEADS, chance), 1, new Dropout(0.1, chance), 2);
    }

    @Test
    void should_compute_the_gradient_of_its_loss() {
        List<Window> windows = windows(new Random(3), 0.6f);
        learn(windows);
        List<float[]> gradients = new ArrayList<>();
        for (Parameter parameter : tagger.parameters()) {
            gradients.add(parameter.gradient.clone());
        }
        Random random = new Random(4);
        double step = 0.01;
        double largest = 0;

        for (int p = 0; p < gradients.size(); p++) {
            float[] values = tagger.parameters().get(p).values;
            for (int trial = 0; trial < 3; trial++) {
                int i = random.nextInt(values.length);
                float before = values[i];
                values[i] = (float) (before + step);
                double above = learn(windows);
                values[i] = (float) (before - step);
                double below = learn(windows);
                values[i] = before;
                double expected = (above - below) / (2 * step);
                assertThat((double) gradients.get(p)[i])
                        .as("parameter %d, value %d", p, i)
                        .isCloseTo(expected, within(2e-4 + 0.02 * Math.abs(expected)));
                largest = Math.max(largest, Math.abs(expected));
            }
        }
        assertThat(largest).isGreaterThan(0.01);
    }

    @Test
    void should_label_a_window_the_same_beside_others() {
        List<Window> windows = windows(new Random(5), 0.6f);

        float[] together = tagger.logits(windows);
        float[] alone = tagger.logits(List.of(windows.get(1)));

        int before = windows.get(0).sentences().size() * 3;
        for (int i = 0; i < alone.length; i++) {
            assertThat(together[before + i]).isCloseTo(alone[i], within(1e-5f));
        }
    }

    @Test
    void should_learn_by_heart() {
        List<Window> windows = windows(new Random(6), 1);
        double first = learn(windows);
        double last = first;

        for (int step = 1; step <= 60; step++) {
            for (Parameter parameter : tagger.parameters()) {
                parameter.update(step, 0.01, 0.01, 1);
            }
            last = learn(windows);
        }

        assertThat(last).isLessThan(first / 4);
    }

    private double learn(List<Window> windows) {
        chance.restart(7);
        return tagger.learn(windows);
    }

    /** Some windows, in which each sentence has a label of the probability {@code sure}, or none. */
    private static List<Window> windows(Random random, float sure) {
        List<Window> windows = new ArrayList<>();
        for (int sentences = 2; sentences <= 4; sentences++) {
            List<PiecedSentence> window = new ArrayList<>();
            for (int s = 0; s < sentences; s++) {
                float[] features = new float[FeatureExtractor.DENSE];
                features[random.nextInt(features.length)] = 1;
                int[] pieces = random.ints(1 + random.nextInt(6), 2, VOCABULARY).toArray();
                float[] target = {(1 - sure) / 2, (1 - sure) / 2, (1 - sure) / 2};
                target[random.nextInt(3)] = sure;
                window.add(new PiecedSentence(pieces, features, target, s == 1 ? 0 : 1 + s));
            }
            windows.add(new Window(window, 0, window.size()));
        }
        return windows;
    }
}
