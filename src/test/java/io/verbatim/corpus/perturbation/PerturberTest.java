package io.verbatim.corpus.perturbation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verbatim.article.Article;
import io.verbatim.article.Label;
import io.verbatim.article.Sentence;
import io.verbatim.corpus.AnnotatedArticle;
import io.verbatim.text.ArticleReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PerturberTest {

    private static final ArticleReader READER = new ArticleReader();
    private static final Perturber PERTURBER = new Perturber(Pool.TESTS);

    private static final Article ARTICLE = article(
            List.of("Ferry fares to rise, minister says"),
            List.of(
                    "Fares will rise by 12 percent on Monday, Transport Minister Hedda Stensrud said.",
                    "\"It's a fair price,\" Stensrud told 300 islanders in Skarsund."),
            List.of(
                    "“Nobody asked us.",
                    "Who would've?” asked Olav Brekke, 71, whose shop in Skarsund opened in 1988."),
            List.of("Brekke's neighbours didn't vote in May 2019, though Stensrud's party hadn't won since."));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "STRAIGHT_MARKS | “I heard ‘no’ twice,” she said. | \"I heard ‘no’ twice,\" she said.",
                "STRAIGHT_MARKS | 'I heard \"no\" twice,' she said. | \"I heard 'no' twice,\" she said.",
                "CURLY_MARKS | \"I don't,\" she said, \"and won't.\" | “I don't,” she said, “and won't.”",
                "ANGLED_MARKS | It was “reckless”, he said. | It was «reckless», he said.",
                "LATEX_MARKS | “Go,” he said. | ``Go,'' he said.",
                "SINGLE_MARKS | \"I don't say 'no',\" he said. | ‘I don't say “no”,’ he said.",
                "SINGLE_MARKS | “It runs on. | ‘It runs on.",
                "HTML_ENTITIES | “It's £3 at the café” | &ldquo;It&#39;s &pound;3 at the caf&eacute;&rdquo;",
                "SPELLING | The labour centre apologised. | The labor center apologized.",
                "SPELLING | Labour's 5 per cent was favorable. | Labour's 5 percent was favourable.",
                "CONTRACTIONS | He didn't go and we are not sure. | He did not go and we're not sure.",
                "CONTRACTIONS | They cannot, didn't they? | They cannot, didn't they?",
            })
    void should_reword_a_sentence(Invariance invariance, String before, String after) {
        // given
        Article article = article(List.of(before));

        // when
        Variation variation = PERTURBER.sentences(invariance, article, 1);

        // then
        assertThat(texts(variation.after())).containsExactly(after);
        assertThat(variation.pairs()).hasSize(before.equals(after) ? 0 : 1);
    }

    @Test
    void should_give_a_person_one_other_name_through_the_article() {
        // when
        List<String> texts =
                texts(PERTURBER.sentences(Invariance.NAMES, ARTICLE, 1).after());

        // then
        assertThat(String.join(" ", texts)).doesNotContain("Stensrud", "Hedda", "Olav", "Brekke");
        String surname = texts.get(1).replaceAll(".*Minister \\S+ (\\S+) said\\.", "$1");
        assertThat(Pool.TESTS.lastNames()).contains(surname);
        assertThat(texts.get(2)).contains(",\" " + surname + " told");
        assertThat(texts.get(5)).contains(surname + "'s party");
        assertThat(texts.get(0)).isEqualTo(ARTICLE.sentences().get(0).text());
    }

    @Test
    void should_give_a_place_one_other_name() {
        List<String> texts =
                texts(PERTURBER.sentences(Invariance.PLACES, ARTICLE, 1).after());

        String place = texts.get(2).replaceAll(".* in (.*)\\.", "$1");
        assertThat(Pool.TESTS.places()).contains(place);
        assertThat(texts.get(4)).contains("shop in " + place + " opened");
    }

    @Test
    void should_change_numbers_but_no_year_or_day() {
        List<String> texts =
                texts(PERTURBER.sentences(Invariance.NUMBERS, ARTICLE, 1).after());

        assertThat(texts.get(1)).doesNotContain(" 12 ").containsPattern("by \\d+ percent");
        assertThat(texts.get(4)).doesNotContain("71").endsWith("opened in 1988.");
        assertThat(texts(PERTURBER
                        .sentences(Invariance.NUMBERS, article(List.of("Two died on 3 May at 9.05.")), 1)
                        .after()))
                .first()
                .asString()
                .doesNotStartWith("Two ")
                .endsWith(" died on 3 May at 9.05.");
    }

    @Test
    void should_move_dates() {
        List<String> texts =
                texts(PERTURBER.sentences(Invariance.DATES, ARTICLE, 1).after());

        assertThat(texts.get(1)).doesNotContain("Monday").containsPattern("on \\w+day,");
        assertThat(texts.get(5)).doesNotContain("May", "2019");
    }

    @Test
    void should_change_the_capitals_of_the_headline_alone() {
        Variation variation = PERTURBER.sentences(Invariance.HEADLINE_CAPITALS, ARTICLE, 1);

        assertThat(variation.pairs()).extracting(Variation.Pair::before).containsExactly(0);
        assertThat(texts(variation.after()).get(0))
                .isIn("FERRY FARES TO RISE, MINISTER SAYS", "Ferry Fares to Rise, Minister Says");
    }

    @ParameterizedTest
    @EnumSource(Invariance.class)
    void should_reword_in_the_same_way_from_the_same_seed(Invariance invariance) {
        assertThat(texts(PERTURBER.sentences(invariance, ARTICLE, 5).after()))
                .isEqualTo(texts(PERTURBER.sentences(invariance, ARTICLE, 5).after()));
    }

    @ParameterizedTest
    @EnumSource(Invariance.class)
    void should_keep_the_sentences_of_a_plain_text(Invariance invariance) {
        // when
        Variation variation = PERTURBER.text(invariance, ARTICLE, 2);

        // then
        assertThat(variation.pairs()).isNotEmpty();
        assertThat(variation.pairs())
                .allSatisfy(pair -> assertThat(pair.after()).hasValue(pair.before()));
    }

    @Test
    void should_never_train_on_names_of_the_tests() {
        assertThat(Pool.TRAINING.lastNames()).isNotEmpty().doesNotContainAnyElementsOf(Pool.TESTS.lastNames());
        assertThat(Pool.TRAINING.firstNames()).isNotEmpty().doesNotContainAnyElementsOf(Pool.TESTS.firstNames());
        assertThat(Pool.TRAINING.places()).isNotEmpty().doesNotContainAnyElementsOf(Pool.TESTS.places());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "She said the road would close. | The road will close. | She said: “The road would close.”",
                "The road was shut, police said. | The road was shut. | Police said: “The road was shut.”",
                "The road was shut, said Anna Berg, the mayor. | The road was shut."
                        + " | Anna Berg, the mayor, said: “The road was shut.”",
                "According to the firm, nobody was hurt. | Nobody was hurt. | The firm said: “Nobody was hurt.”",
                "He told reporters on Monday that it had rained and that it would snow."
                        + " | It had rained and it will snow."
                        + " | He told reporters on Monday: “It had rained and it would snow.”",
            })
    void should_part_claim_and_attribution(String text, String asserted, String quoted) {
        // given
        AnnotatedArticle article = annotated(text, Label.PARAPHRASE);

        // then
        assertThat(edited(Direction.REPORTERS_VOICE, article)).containsExactly(asserted);
        assertThat(edited(Direction.CONTENT_QUOTED, article)).containsExactly(quoted);
        assertThat(edited(Direction.MARKS_REMOVED, article)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The mayor denied the claims.",
                "A spokesman, asked about it, said he knew of none.",
                "The mayor said “no” twice.",
                "She said it was over, he added.",
            })
    void should_leave_what_has_no_plain_form(String text) {
        assertThat(edited(Direction.ATTRIBUTION_REMOVED, annotated(text, Label.PARAPHRASE)))
                .isEmpty();
    }

    @Test
    void should_take_the_marks_from_a_quotation() {
        assertThat(edited(Direction.MARKS_REMOVED, annotated("“It is over,” she said.", Label.DIRECT)))
                .containsExactly("It is over, she said.");
        assertThat(edited(Direction.MARKS_REMOVED, annotated("She said: ``Go.''", Label.DIRECT)))
                .containsExactly("She said: Go.");
        assertThat(edited(Direction.MARKS_REMOVED, annotated("“It runs on.", Label.DIRECT)))
                .isEmpty();
    }

    private static List<String> edited(Direction direction, AnnotatedArticle article) {
        return PERTURBER.edits(direction, article).stream()
                .map(variation -> texts(variation.after()).get(0))
                .toList();
    }

    private static AnnotatedArticle annotated(String text, Label label) {
        return new AnnotatedArticle(
                article(List.of(text)),
                List.of(Optional.of(label)),
                List.of(new AnnotatedArticle.Row(2, "0", "0", List.of())));
    }

    @SafeVarargs
    private static Article article(List<String>... paragraphs) {
        return READER.readSentences("a/b", List.of(paragraphs));
    }

    private static List<String> texts(Article article) {
        return article.sentences().stream().map(Sentence::text).toList();
    }
}
