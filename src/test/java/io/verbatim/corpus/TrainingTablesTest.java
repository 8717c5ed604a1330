package io.verbatim.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTablesTest {

    @Test
    void should_let_the_first_table_win_and_warn() throws IOException {
        Table gold = TableOf.rows("gold.csv", "a,0,0,One.,direct", "b,0,0,Two.,direct");
        Table silver = TableOf.rows("silver.csv", "c,0,0,Three.,narrative", "b,0,0,Two.,narrative");

        TrainingTables together = TrainingTables.of(List.of(gold, silver));

        assertThat(together.articles()).extracting(AnnotatedArticle::id).containsExactly("a", "b", "c");
        assertThat(together.tables().get(0)).isEqualTo(gold);
        assertThat(together.tables().get(1).sha256()).isEqualTo(silver.sha256());
        assertThat(together.warnings())
                .containsExactly("silver.csv:3: left out 1 article that stands in an earlier table, first \"b\" of"
                        + " gold.csv");
    }

    @Test
    void should_not_warn_without_a_clash() throws IOException {
        Table one = TableOf.rows("one.csv", "a,0,0,One.,direct");
        Table two = TableOf.rows("two.csv", "b,0,0,Two.,direct");

        assertThat(TrainingTables.of(List.of(one, two))).isEqualTo(new TrainingTables(List.of(one, two), List.of()));
    }
}
