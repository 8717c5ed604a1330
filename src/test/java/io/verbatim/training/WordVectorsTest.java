package io.verbatim.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@link WordVectors}. */
class WordVectorsTest {

    @ParameterizedTest
    @ValueSource(floats = {-100, -6, -5.9999995f, -1, 0, 1, 5.9999995f, 6, 100})
    void should_know_the_logistic_function_up_to_the_last_number_below_its_range(float x) {
        assertThat((double) WordVectors.sigmoid(x)).isCloseTo(1 / (1 + Math.exp(-x)), within(0.005));
    }

    @Test
    void should_put_words_that_stand_together_near_to_each_other() {
        SplittableRandom random = new SplittableRandom(1);
        List<int[]> sentences = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            int group = 100 * random.nextInt(2);
            sentences.add(IntStream.generate(() -> group + random.nextInt(100))
                    .limit(60)
                    .toArray());
        }

        float[] vectors = WordVectors.learn(sentences, 200, 8, 5, 0.1, 1);

        double together = IntStream.range(1, 100)
                .mapToDouble(i -> cosine(vectors, 0, i))
                .average()
                .orElseThrow();
        double apart = IntStream.range(100, 200)
                .mapToDouble(i -> cosine(vectors, 0, i))
                .average()
                .orElseThrow();
        assertThat(together).isGreaterThan(apart + 0.5);
    }

    private static double cosine(float[] vectors, int a, int b) {
        double product = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int i = 0; i < 8; i++) {
            double x = vectors[8 * a + i];
            double y = vectors[8 * b + i];
            product += x * y;
            squaresOfA += x * x;
            squaresOfB += y * y;
        }
        return product / Math.sqrt(squaresOfA * squaresOfB);
    }
}
