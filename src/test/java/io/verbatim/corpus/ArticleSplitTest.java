package io.verbatim.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verbatim.article.Label;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArticleSplitTest {

    /** Articles of three publishers, of 5 to 40 sentences, each with a label mix of its own. */
    private static List<AnnotatedArticle> articles(int count) throws IOException {
        Random random = new Random(7);
        List<String> rows = new ArrayList<>();
        for (int article = 0; article < count; article++) {
            int sentences = 5 + random.nextInt(36);
            double direct = random.nextDouble() * 0.6;
            for (int i = 0; i < sentences; i++) {
                double draw = random.nextDouble();
                Label label = draw < direct ? Label.DIRECT : draw < direct + 0.2 ? Label.PARAPHRASE : Label.NARRATIVE;
                rows.add("p" + article % 3 + "/n" + article + ",0," + i + ",Row " + i + "," + label);
            }
        }
        return TableOf.rows("t.csv", rows.toArray(String[]::new)).articles();
    }

    private static double share(List<AnnotatedArticle> articles, Label label) {
        return articles.stream()
                .flatMap(a -> a.labels().stream())
                .mapToInt(l -> l.filter(label::equals).isPresent() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static int sentences(List<AnnotatedArticle> articles) {
        return articles.stream().mapToInt(a -> a.labels().size()).sum();
    }

    private static List<String> ids(List<AnnotatedArticle> articles) {
        return articles.stream().map(AnnotatedArticle::id).toList();
    }

    @Test
    void should_give_each_part_its_share_and_the_mix_of_the_whole() throws IOException {
        List<AnnotatedArticle> articles = articles(200);

        ArticleSplit.Parts parts = ArticleSplit.split(articles, 0.1, 0.2, 3);

        assertThat(ids(Stream.of(parts.train(), parts.dev(), parts.test())
                        .flatMap(List::stream)
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(ids(articles));
        double all = sentences(articles);
        assertThat(sentences(parts.dev()) / all).isCloseTo(0.1, within(0.01));
        assertThat(sentences(parts.test()) / all).isCloseTo(0.2, within(0.01));
        for (Label label : Label.all()) {
            double whole = share(articles, label);
            assertThat(share(parts.train(), label)).isCloseTo(whole, within(0.02));
            assertThat(share(parts.dev(), label)).isCloseTo(whole, within(0.02));
            assertThat(share(parts.test(), label)).isCloseTo(whole, within(0.02));
        }
        for (String publisher : List.of("p0", "p1", "p2")) {
            assertThat(parts.test().stream()
                            .filter(a -> a.publisher().orElseThrow().equals(publisher))
                            .count())
                    .isBetween(11L, 16L);
        }
    }

    @Test
    void should_not_depend_on_the_order_of_the_table_but_on_the_seed() throws IOException {
        List<AnnotatedArticle> articles = articles(60);
        List<AnnotatedArticle> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, new Random(11));

        Set<String> test =
                new HashSet<>(ids(ArticleSplit.split(articles, 0.1, 0.2, 3).test()));

        assertThat(ids(ArticleSplit.split(shuffled, 0.1, 0.2, 3).test())).containsExactlyInAnyOrderElementsOf(test);
        assertThat(new HashSet<>(ids(ArticleSplit.split(articles, 0.1, 0.2, 4).test())))
                .isNotEqualTo(test);
    }

    @Test
    void should_keep_the_order_of_the_table_within_a_part() throws IOException {
        List<AnnotatedArticle> articles = articles(40);

        List<AnnotatedArticle> train = ArticleSplit.split(articles, 0.2, 0.2, 1).train();

        assertThat(train).isEqualTo(articles.stream().filter(train::contains).toList());
    }

    @Test
    void should_test_each_article_in_one_fold() throws IOException {
        List<AnnotatedArticle> articles = articles(100);

        List<ArticleSplit.Fold> folds = ArticleSplit.folds(articles, 5, 1);

        assertThat(folds).hasSize(5).allSatisfy(fold -> {
            assertThat(sentences(fold.test()) / (double) sentences(articles)).isCloseTo(0.2, within(0.02));
            assertThat(ids(fold.train())).doesNotContainAnyElementsOf(ids(fold.test()));
            assertThat(fold.train().size() + fold.test().size()).isEqualTo(100);
            for (Label label : Label.all()) {
                assertThat(share(fold.test(), label)).isCloseTo(share(articles, label), within(0.03));
            }
        });
        assertThat(folds.stream().flatMap(fold -> ids(fold.test()).stream()))
                .containsExactlyInAnyOrderElementsOf(ids(articles));
    }

    @Test
    void should_leave_no_wanted_part_empty() throws IOException {
        ArticleSplit.Parts parts = ArticleSplit.split(articles(3), 0.1, 0.1, 1);

        assertThat(List.of(parts.train(), parts.dev(), parts.test()))
                .allSatisfy(part -> assertThat(part).hasSize(1));
        assertThat(ArticleSplit.split(articles(3), 0, 0.4, 1).dev()).isEmpty();
    }

    @Test
    void should_refuse_what_can_not_be_split() throws IOException {
        List<AnnotatedArticle> two = articles(2);

        assertThatThrownBy(() -> ArticleSplit.split(two, 0.1, 0.1, 1)).hasMessageContaining("2 articles");
        assertThatThrownBy(() -> ArticleSplit.split(two, 0.5, 0.5, 1)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> ArticleSplit.split(two, Double.NaN, 0, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> ArticleSplit.folds(two, 3, 1)).hasMessageContaining("3 parts");
        assertThatThrownBy(() -> ArticleSplit.folds(two, 1, 1)).hasMessageContaining("at least 2");
    }

    @Test
    void should_give_each_part_its_share_where_every_article_has_a_publisher_of_its_own() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int article = 0; article < 80; article++) {
            for (int i = 0; i < 10; i++) {
                rows.add("paper" + article + "/a,0," + i + ",Rain fell " + i + ".,narrative");
            }
        }
        List<AnnotatedArticle> articles =
                TableOf.rows("t.csv", rows.toArray(String[]::new)).articles();

        ArticleSplit.Parts parts = ArticleSplit.split(articles, 0.1, 0.2, 1);

        assertThat(parts.dev()).hasSizeBetween(7, 9);
        assertThat(parts.test()).hasSizeBetween(15, 17);
    }
}
