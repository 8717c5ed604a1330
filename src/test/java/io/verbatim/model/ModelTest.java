package io.verbatim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.verbatim.article.Article;
import io.verbatim.text.ArticleReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {

    private static final int FORMAT_AT = 8;
    private static final int READER_AT = 12;

    private final Article article = new ArticleReader()
            .read("a/b", "The minister said so.\n\n“It is over,” the minister said. Rain fell on the town.");

    @Test
    void should_come_back_the_same_from_its_bytes() throws IOException {
        Model model = Models.small(1);

        Model again = read(model.toBytes());

        assertThat(again.toBytes()).isEqualTo(model.toBytes());
        assertThat(again.probabilities(article)).isDeepEqualTo(model.probabilities(article));
        assertThat(again.manifest().name()).isEqualTo("small");
    }

    @Test
    void should_give_probabilities_that_sum_to_one() {
        for (double[] probabilities : Models.small(2).probabilities(article)) {
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, offset(1e-12));
            assertThat(Arrays.stream(probabilities).allMatch(p -> p > 0 && p < 1))
                    .isTrue();
        }
    }

    @Test
    void should_average_the_probabilities_of_an_ensemble() {
        Model first = Models.small(1);
        Model second = Models.small(2);
        Model both = Model.of(
                first.manifest().fields(),
                first.architecture(),
                first.vocabulary(),
                1.5,
                List.of(first.member(0), second.member(0)));

        double[][] mean = both.probabilities(article);

        for (int i = 0; i < mean.length; i++) {
            for (int label = 0; label < 3; label++) {
                double expected =
                        (first.probabilities(article)[i][label] + second.probabilities(article)[i][label]) / 2;
                assertThat(mean[i][label]).isCloseTo(expected, offset(1e-12));
            }
        }
    }

    @Test
    void should_see_the_sentences_around_a_sentence() {
        Model model = Models.small(3);
        ArticleReader reader = new ArticleReader();

        double[] alone = model.probabilities(reader.readSentences("", List.of(List.of("Rain fell."))))[0];
        double[] after = model.probabilities(
                        reader.readSentences("", List.of(List.of("The minister said so.", "Rain fell."))))[1];

        assertThat(after).isNotEqualTo(alone);
    }

    @Test
    void should_label_an_article_without_sentences() {
        assertThat(Models.small(1).probabilities(new Article("", List.of()))).isEmpty();
    }

    @Test
    void should_say_that_a_newer_version_is_needed() {
        byte[] bytes = Models.small(1).toBytes();
        ByteBuffer.wrap(bytes).putInt(FORMAT_AT, 99).putInt(READER_AT, 98);

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(ModelFormatException.TooNew.class)
                .hasMessageContaining("98")
                .hasMessageContaining("use a newer Verbatim");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void should_say_that_the_format_is_too_old(int format) {
        byte[] bytes = Models.small(1).toBytes();
        ByteBuffer.wrap(bytes).putInt(FORMAT_AT, format).putInt(READER_AT, format);

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(ModelFormatException.TooOld.class)
                .hasMessageContaining("train the model again");
    }

    @Test
    void should_refuse_arrays_that_do_not_fit_the_architecture() {
        Model model = Models.small(1);
        Map<String, Tensor> tensors = new LinkedHashMap<>(model.member(0));
        tensors.put("output.bias", Tensor.of(new float[4], 4));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Network(model.architecture(), model.vocabulary().size(), tensors))
                .withMessageContaining("output.bias");
    }

    private static Model read(byte[] bytes) throws IOException {
        return Model.read("m.verbatim", new ByteArrayInputStream(bytes));
    }

    @Test
    void should_let_nobody_change_what_its_manifest_holds() {
        Map<String, Object> fields =
                new LinkedHashMap<>(Models.small(1).manifest().fields());
        List<Object> tables = new ArrayList<>(List.of(new LinkedHashMap<>(Map.of("name", "train.csv"))));
        fields.put("train", tables);

        Manifest manifest = new Manifest(fields);
        tables.clear();

        assertThat(manifest.fields()).containsEntry("train", List.of(Map.of("name", "train.csv")));
        Map<?, ?> architecture =
                (Map<?, ?>) Objects.requireNonNull(manifest.fields().get("architecture"));
        assertThatThrownBy(architecture::clear).isInstanceOf(UnsupportedOperationException.class);
        List<?> held = (List<?>) Objects.requireNonNull(manifest.fields().get("train"));
        assertThatThrownBy(held::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void should_name_a_folder_that_is_no_model(@TempDir Path folder) {
        assertThatThrownBy(() -> Model.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString());
    }
}
