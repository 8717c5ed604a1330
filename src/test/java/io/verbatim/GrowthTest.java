package io.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import io.verbatim.article.Article;
import io.verbatim.model.Model;
import io.verbatim.model.Models;
import io.verbatim.text.ArticleReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Time grows with the length of a text and no faster. It is the thread's own processor time, the least of some runs, at
 * once, twice and four times a length; four times a quadratic time would be sixteen.
 */
class GrowthTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ArticleReader READER = new ArticleReader();
    private static final Model MODEL = Models.small(1);

    private static final int LENGTH = 20_000;
    private static final int RUNS = 3;
    private static final int ATTEMPTS = 10;
    private static final double LEAST_NANOS = 200_000;
    /** Between linear and quadratic; a little above linear is the memory's part. */
    private static final double MOST = 2.5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ferry stopped on Monday, and nobody knew why. ",
                "“It will run again,” the owner, Ann Lind, told them. ",
                "\"It is over.\n\n",
                "“It is over.\n\n",
                "'It is over. ",
                "‘a’ “b ",
                "\"",
                "“",
                "“a",
                "”",
                "’ ",
                "``a",
                "&quot;",
                "&nbsp;",
                "&",
                "word ",
                "word",
                "a.",
                ". ",
                "Mr. ",
                "a\n",
                "\n\n“",
                "www.a.b",
                "\uD83D\uDE00\u200D",
                "\u0301",
                "\uD800",
                "5\" ",
            })
    void should_take_time_in_proportion_to_the_length(String piece) {
        List<String> texts =
                Stream.of(1, 2, 4).map(times -> repeated(piece, times)).toList();
        List<Article> articles =
                texts.stream().map(text -> READER.read("a", text)).toList();
        List<List<List<String>>> split = texts.stream()
                .map(text -> List.of(List.of(text), List.of(text.split("(?<=[.”] )", -1))))
                .toList();

        assertGrowth("text to article", texts, text -> READER.read("a", text));
        assertGrowth("sentences to article", split, sentences -> READER.readSentences("a", sentences));
        assertGrowth("article to probabilities", articles, MODEL::probabilities);
    }

    /** Work on something, on twice and on four times as much of it. */
    private static <T> void assertGrowth(String what, List<T> sizes, Function<T, ?> work) {
        // Compiled first, so that all sizes are worked on by the same code.
        for (int i = 0; i < 2 * RUNS; i++) {
            assertThat(work.apply(sizes.get(2))).isNotNull();
        }
        assertThat(growth(work, sizes.get(0), sizes.get(1), 2 * MOST))
                .as("%s, twice", what)
                .isLessThan(2 * MOST);
        assertThat(growth(work, sizes.get(0), sizes.get(2), 4 * MOST))
                .as("%s, four times", what)
                .isLessThan(4 * MOST);
    }

    /** The least of some ratios: what else the machine does only adds to one, and one below the bound is enough. */
    private static <T> double growth(Function<T, ?> work, T size, T larger, double bound) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ATTEMPTS && least >= bound; i++) {
            least = Math.min(least, nanos(work, larger) / nanos(work, size));
        }
        return least;
    }

    private static String repeated(String piece, int times) {
        return piece.repeat(times * LENGTH / piece.length());
    }

    /** The least processor time of some runs; beneath a fifth of a millisecond all count alike. */
    private static <T> double nanos(Function<T, ?> work, T size) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            Object result = work.apply(size);
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - before);
            assertThat(result).isNotNull();
        }
        return Math.max(least, LEAST_NANOS);
    }
}
