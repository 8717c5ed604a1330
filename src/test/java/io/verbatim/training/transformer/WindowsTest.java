package io.verbatim.training.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import io.verbatim.training.transformer.Windows.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final int LONGEST = 40;

    private final Windows windows = new Windows(LONGEST);

    @Test
    void should_label_each_sentence_once_and_in_order() {
        Random random = new Random(1);
        for (int sentences = 0; sentences < 60; sentences++) {
            List<PiecedSentence> article = article(random, sentences, 1);
            List<PiecedSentence> labelled = new ArrayList<>();
            for (Window window : windows.toLabel(article)) {
                assertThat(window.pieces()).isLessThanOrEqualTo(LONGEST);
                labelled.addAll(window.sentences().subList(window.first(), window.end()));
            }
            assertThat(labelled).isEqualTo(article);
        }
    }

    @Test
    void should_give_sentences_in_the_middle_room_on_both_sides() {
        List<PiecedSentence> article = article(new Random(2), 60, 1);
        List<Window> all = windows.toLabel(article);

        for (Window window : all.subList(1, all.size() - 1)) {
            assertThat(window.first()).isPositive();
            assertThat(window.end()).isLessThan(window.sentences().size());
        }
    }

    @Test
    void should_learn_from_every_label_once_and_leave_out_what_is_far_from_labels() {
        Random random = new Random(3);
        for (int trial = 0; trial < 50; trial++) {
            List<PiecedSentence> article = article(random, 40, 8);
            List<PiecedSentence> seen = new ArrayList<>();
            for (Window window : windows.toLearn(article, new SplittableRandom(trial))) {
                assertThat(window.pieces()).isLessThanOrEqualTo(LONGEST);
                seen.addAll(window.sentences());
            }
            assertThat(seen).doesNotHaveDuplicates().containsSubsequence(labelled(article));
            for (int i = 0; i < article.size(); i++) {
                List<PiecedSentence> near = article.subList(Math.max(0, i - 2), Math.min(article.size(), i + 3));
                if (labelled(near).isEmpty()) {
                    assertThat(seen).doesNotContain(article.get(i));
                }
            }
        }
    }

    private static List<PiecedSentence> labelled(List<PiecedSentence> sentences) {
        return sentences.stream().filter(s -> s.weight() > 0).toList();
    }

    private static List<PiecedSentence> article(Random random, int sentences, int labelEvery) {
        List<PiecedSentence> article = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            article.add(new PiecedSentence(
                    new int[1 + random.nextInt(9)],
                    new float[0],
                    new float[0],
                    random.nextInt(labelEvery) == 0 ? 1 : 0));
        }
        return article;
    }
}
