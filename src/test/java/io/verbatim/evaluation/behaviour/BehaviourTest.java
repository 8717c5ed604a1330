package io.verbatim.evaluation.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.Probabilities;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.InputException;
import io.verbatim.corpus.Table;
import io.verbatim.corpus.TableReader;
import io.verbatim.corpus.Unlabelled;
import io.verbatim.evaluation.Classifier;
import io.verbatim.evaluation.behaviour.Capability.Failure;
import io.verbatim.evaluation.behaviour.Capability.Kind;
import io.verbatim.text.ArticleReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourTest {

    private static final TableReader READER = new TableReader(new ArticleReader(), Unlabelled.REFUSE);

    /** Paraphrase where "said" stands without quotation, direct where a quotation does, else narrative. */
    private static final Classifier SAYING = classifier(text -> text.contains("said"));

    /** The same, but blind to "said" beside 12. */
    private static final Classifier FRAGILE = classifier(text -> text.contains("said") && !text.contains("12"));

    @TempDir
    private Path folder;

    @Test
    void should_have_enough_hard_cases_of_each_phenomenon() throws IOException {
        // when
        List<Capability> capabilities = HardCases.test(HardCases.bundled(READER), SAYING);

        // then
        assertThat(capabilities)
                .extracting(Capability::name)
                .containsExactlyInAnyOrder(
                        "running-quotation",
                        "unclosed-marks",
                        "mismatched-marks",
                        "single-marks",
                        "partial-quote",
                        "scare-quote",
                        "title-in-marks",
                        "belief-holder",
                        "belief-no-holder",
                        "attitude",
                        "speech-act-matter",
                        "speech-act-empty",
                        "finding",
                        "finding-continued",
                        "legal-act",
                        "plea",
                        "free-indirect",
                        "headline",
                        "caption",
                        "boilerplate",
                        "post",
                        "statement",
                        "q-and-a",
                        "hearsay",
                        "long-attribution",
                        "distant-cue",
                        "cue-not-verb",
                        "cue-without-report");
        assertThat(capabilities)
                .allSatisfy(capability -> assertThat(capability.cases()).isGreaterThanOrEqualTo(8));
    }

    @Test
    void should_count_the_hard_cases_that_fail() throws IOException {
        // given
        Files.writeString(folder.resolve("mine.csv"), """
                article,paragraph,sentence,text,label,capability
                a/b,0,0,Rain fell.,narrative,
                a/b,0,1,She said it rained.,paraphrase,plain
                a/b,0,2,She denied it all.,paraphrase,plain
                """);

        // when
        List<Capability> capabilities = HardCases.test(HardCases.read(folder, READER), SAYING);

        // then
        assertThat(capabilities)
                .containsExactly(new Capability(
                        Kind.MINIMUM_FUNCTIONALITY,
                        "plain",
                        2,
                        List.of(new Failure("a/b", "She denied it all.", "paraphrase", "narrative"))));
    }

    @Test
    void should_say_what_is_missing() throws IOException {
        assertThatThrownBy(() -> HardCases.read(folder, READER))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no file ends in .csv");
        Files.writeString(
                folder.resolve("mine.csv"), "article,paragraph,sentence,text,label\na,0,0,It rained.,narrative\n");
        assertThatThrownBy(() -> HardCases.read(folder, READER))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("mine.csv:1: no column capability");
    }

    @Test
    void should_find_what_depends_on_a_number() throws IOException {
        // given
        Table data = table("Police said the 12 miners were safe.", "Rain fell on 12 roofs.");

        // when
        Behaviour sound = Behaviour.of("sound", SAYING, data, List.of(), 1);
        Behaviour fragile = Behaviour.of("fragile", FRAGILE, data, List.of(), 1);

        // then
        assertThat(capability(sound, "numbers").cases()).isEqualTo(2);
        assertThat(capability(sound, "numbers").failures()).isEmpty();
        assertThat(capability(fragile, "numbers").failures()).singleElement().satisfies(failure -> {
            assertThat(failure.expected()).isEqualTo("narrative");
            assertThat(failure.found()).isEqualTo("paraphrase");
        });
        assertThat(sound.total(Kind.INVARIANCE_OF_FORM).failures()).isEmpty();
        assertThat(sound.total(Kind.DIRECTION).cases()).isEqualTo(3);
        assertThat(sound.total(Kind.DIRECTION).failures()).isEmpty();
        assertThat(capability(fragile, "reporters-voice").failures()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 0.2, 0.3, true",
        "true, 0.3, 0.3, false",
        "true, 0.99, 0.98, true",
        "false, 0.3, 0.2, true",
        "false, 0.3, 0.31, false",
        "false, 0.01, 0.02, true",
    })
    void should_tell_the_direction(boolean rises, double before, double after, boolean expected) {
        assertThat(Directions.asExpected(rises, before, after)).isEqualTo(expected);
    }

    @Test
    void should_give_the_interval_of_wilson() {
        List<Failure> two = List.of(new Failure("a", "b", "c", "d"), new Failure("a", "b", "c", "d"));

        // Newcombe 1998, table I, method 3: 0 of 20.
        assertThat(new Capability(Kind.DIRECTION, "x", 20, List.of())
                        .failureRate()
                        .high())
                .isCloseTo(0.1611, offset(1e-4));
        assertThat(new Capability(Kind.DIRECTION, "x", 0, List.of())
                        .failureRate()
                        .high())
                .isEqualTo(1);
        assertThat(new Capability(Kind.DIRECTION, "x", 4, two).failureRate().value())
                .isEqualTo(0.5);
    }

    @Test
    void should_render_text_and_json() throws IOException {
        // given
        Behaviour behaviour =
                Behaviour.of("fragile", FRAGILE, table("Police said the 12 miners were safe."), List.of(), 1);
        BehaviourReport report = new BehaviourReport(behaviour, 1);

        // when
        Map<String, Object> json = JSON.std.mapFrom(report.json());

        // then
        assertThat(report.text())
                .containsPattern("numbers +1 +1 +100.0 % ")
                .contains("expected narrative, found paraphrase");
        assertThat(new BehaviourReport(behaviour, 0).text()).doesNotContain("expected");
        assertThat(json).containsEntry("format", 1).containsEntry("model", "fragile");
        assertThat(json.get("capabilities"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSameSizeAs(behaviour.capabilities());
    }

    private static Capability capability(Behaviour behaviour, String name) {
        return behaviour.capabilities().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Table table(String... sentences) throws IOException {
        StringBuilder text = new StringBuilder("article,paragraph,sentence,text,label\n");
        for (int i = 0; i < sentences.length; i++) {
            String label = sentences[i].contains("said") ? "paraphrase" : "narrative";
            text.append("a/b,").append(i).append(',').append(i).append(',').append(sentences[i]);
            text.append(',').append(label).append('\n');
        }
        return READER.read("t.csv", new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Classifier classifier(Predicate<String> reports) {
        return article -> article.sentences().stream()
                .map(sentence -> answer(sentence, reports))
                .toList();
    }

    private static Probabilities answer(Sentence sentence, Predicate<String> reports) {
        if (!sentence.quotations().isEmpty()) {
            return new Probabilities(0.9, 0.05, 0.05);
        }
        String text = sentence.withoutEntities().text().replaceAll("[\u00AD\u200B\u200C\u2060\uFEFF]", "");
        return reports.test(text) ? new Probabilities(0.05, 0.9, 0.05) : new Probabilities(0.05, 0.05, 0.9);
    }
}
