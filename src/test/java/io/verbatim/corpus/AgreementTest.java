package io.verbatim.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.article.Label;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

    /** Twelve sentences in four articles; the labels differ on the third and the last sentence. */
    private static Table twelve(String name, boolean second) throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String label = second && (i == 2 || i == 11)
                    ? "paraphrase"
                    : Label.all().get(i % 3).id();
            rows.add("a" + i / 3 + ",0," + i % 3 + ",Sentence number " + i + "," + label);
        }
        return TableOf.rows(name, rows.toArray(String[]::new));
    }

    @Test
    void should_compute_kappa_and_positive_agreement() throws IOException {
        Agreement agreement = Agreement.of(twelve("a", false), twelve("b", true), 1);

        assertThat(agreement.sentences()).isEqualTo(12);
        assertThat(agreement.observed().orElseThrow()).isCloseTo(10 / 12.0, within(1e-9));
        // By chance: (4·4 + 4·6 + 4·2) / 144 = 1/3; kappa = (5/6 - 1/3) / (2/3).
        assertThat(agreement.kappa().orElseThrow()).isCloseTo(0.75, within(1e-9));
        assertThat(agreement.positiveAgreement(Label.DIRECT)).hasValue(1);
        assertThat(agreement.positiveAgreement(Label.PARAPHRASE).orElseThrow()).isCloseTo(0.8, within(1e-9));
        assertThat(agreement.positiveAgreement(Label.NARRATIVE).orElseThrow()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(agreement.count(Label.NARRATIVE, Label.PARAPHRASE)).isEqualTo(2);
        assertThat(agreement.count(Label.PARAPHRASE, Label.NARRATIVE)).isZero();
    }

    @Test
    void should_give_an_interval_that_holds_kappa_and_is_the_same_for_a_seed() throws IOException {
        Agreement one = Agreement.of(twelve("a", false), twelve("b", true), 5);
        Agreement same = Agreement.of(twelve("a", false), twelve("b", true), 5);

        assertThat(one.kappaLow()).isEqualTo(same.kappaLow());
        assertThat(one.kappaHigh()).isEqualTo(same.kappaHigh());
        assertThat(one.kappaLow().orElseThrow()).isLessThan(0.75).isGreaterThanOrEqualTo(0.49);
        assertThat(one.kappaHigh().orElseThrow()).isGreaterThan(0.75).isLessThanOrEqualTo(1);
    }

    @Test
    void should_match_a_part_of_the_sentences_in_order() throws IOException {
        Table a = TableOf.rows(
                "a",
                "x,0,0,She agreed.,direct",
                "x,0,1,The road reopened.,narrative",
                "x,0,2,She agreed.,paraphrase",
                "y,0,0,The mill burned.,narrative",
                "z,0,0,It rained.,narrative");
        Table b = TableOf.rows(
                "b",
                "y,5,7,The  mill burned. ,narrative",
                "x,0,0,The road reopened.,narrative",
                "x,0,1,Nobody knew why.,narrative",
                "x,0,2,She agreed.,narrative",
                "w,0,0,It snowed.,narrative");

        Agreement agreement = Agreement.of(a, b, 1);

        assertThat(agreement.sentences()).isEqualTo(3);
        assertThat(agreement.articles()).isEqualTo(2);
        assertThat(agreement.onlyInA()).isEqualTo(2);
        assertThat(agreement.onlyInB()).isEqualTo(2);
        assertThat(agreement.differing()).singleElement().satisfies(pair -> {
            assertThat(pair.row().sentence()).isEqualTo("2");
            assertThat(pair.a()).contains(Label.PARAPHRASE);
            assertThat(pair.b()).contains(Label.NARRATIVE);
        });
    }

    @Test
    void should_leave_out_sentences_without_a_label() throws IOException {
        Table a = TableOf.rows("a", "x,0,0,She agreed.,direct", "x,0,1,He did not.,");
        Table b = TableOf.rows("b", "x,0,0,She agreed.,direct", "x,0,1,He did not.,narrative");

        Agreement agreement = Agreement.of(a, b, 1);

        assertThat(agreement.sentences()).isEqualTo(1);
        assertThat(agreement.unlabelled()).isEqualTo(1);
    }

    @Test
    void should_not_give_figures_that_are_not_defined() throws IOException {
        Table same = TableOf.rows("a", "x,0,0,She agreed.,direct");

        Agreement agreement = Agreement.of(same, same, 1);

        assertThat(agreement.observed()).hasValue(1);
        assertThat(agreement.kappa()).isEmpty();
        assertThat(agreement.kappaLow()).isEmpty();
        assertThat(agreement.positiveAgreement(Label.NARRATIVE)).isEmpty();
        AgreementReport report = new AgreementReport(agreement, 3);
        assertThat(report.toText()).contains("undefined", "no interval").doesNotContain("NaN");
        assertThat(JSON.std.mapFrom(report.toJson()))
                .containsEntry("kappa", null)
                .containsEntry("observed", 1.0);
    }

    @Test
    void should_write_the_differing_sentences() throws IOException {
        Agreement agreement = Agreement.of(twelve("a", false), twelve("b", true), 1);
        StringWriter csv = new StringWriter();

        agreement.writeDiffering(csv);

        assertThat(csv)
                .hasToString("article,paragraph,sentence,text,label_a,label_b\n"
                        + "a0,0,2,Sentence number 2,narrative,paraphrase\n"
                        + "a3,0,2,Sentence number 11,narrative,paraphrase\n");
        assertThat(new AgreementReport(agreement, 1).toText())
                .contains("2 sentences differ", "Sentence number 2\"", "… and 1 more")
                .doesNotContain("Sentence number 11");
    }
}
