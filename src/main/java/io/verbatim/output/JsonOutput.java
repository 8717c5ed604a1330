package io.verbatim.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import com.fasterxml.jackson.jr.ob.JSONComposer;
import com.fasterxml.jackson.jr.ob.comp.ArrayComposer;
import com.fasterxml.jackson.jr.ob.comp.ComposerBase;
import com.fasterxml.jackson.jr.ob.comp.ObjectComposer;
import io.verbatim.Explanation;
import io.verbatim.LabelledArticle;
import io.verbatim.LabelledSentence;
import io.verbatim.article.Label;
import io.verbatim.article.Quotation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Labelled articles as JSON, one object an article, and explanations. Safe for threads. */
public final class JsonOutput {

    private static final int DECIMALS = 6;

    private static final JSON STREAMING = JSON.std.with(JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build());

    private JsonOutput() {}

    /** The article as JSON in one line, without a line end. */
    public static String toJson(LabelledArticle article) {
        try {
            return compose(article, JSON.std.composeString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An explanation of a sentence's label as JSON in one line; offsets are into the article's text, and features that add
     * nothing are left out.
     */
    public static String toJson(LabelledSentence sentence, Explanation explanation) {
        try {
            JSONComposer<String> json = JSON.std.composeString();
            ObjectComposer<JSONComposer<String>> object = json.startObject()
                    .put("paragraph", sentence.paragraph())
                    .put("sentence", sentence.position())
                    .put("label", explanation.label().id())
                    .put("score", decimals(explanation.score()))
                    .put("baseline", decimals(explanation.baseline()))
                    .put("neighbours", decimals(explanation.neighbours()));
            ArrayComposer<ObjectComposer<JSONComposer<String>>> words = object.startArrayField("words");
            for (Explanation.Word word : explanation.words()) {
                words.startObject()
                        .put("start", sentence.start() + word.start())
                        .put("end", sentence.start() + word.end())
                        .put("text", word.text())
                        .put("contribution", decimals(word.contribution()))
                        .end();
            }
            words.end();
            ArrayComposer<ObjectComposer<JSONComposer<String>>> features = object.startArrayField("features");
            for (Explanation.Feature feature : explanation.features()) {
                if (feature.contribution() != 0) {
                    features.startObject()
                            .put("name", feature.name())
                            .put("contribution", decimals(feature.contribution()))
                            .end();
                }
            }
            features.end().end();
            return json.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double decimals(double value) {
        return rounded(value).doubleValue();
    }

    /** Writes the article as JSON in one line, without a line end; the writer stays open. */
    public static void write(LabelledArticle article, Writer out) throws IOException {
        compose(article, STREAMING.composeTo(out));
    }

    private static <T> T compose(LabelledArticle article, JSONComposer<T> json) throws IOException {
        ObjectComposer<JSONComposer<T>> object = json.startObject();
        object.put("id", article.id())
                .startObjectField("model")
                .put("name", article.model().name())
                .put("version", article.model().version())
                .end();
        ArrayComposer<ObjectComposer<JSONComposer<T>>> sentences = object.startArrayField("sentences");
        for (LabelledSentence sentence : article.sentences()) {
            sentence(sentences.startObject(), sentence).end();
        }
        sentences.end().end();
        return json.finish();
    }

    private static <P extends ComposerBase> ObjectComposer<P> sentence(
            ObjectComposer<P> object, LabelledSentence sentence) throws IOException {
        object.put("paragraph", sentence.paragraph())
                .put("sentence", sentence.position())
                .put("start", sentence.start())
                .put("end", sentence.end())
                .put("text", sentence.text());
        if (sentence.label().isPresent()) {
            object.put("label", sentence.label().get().id());
        } else {
            object.putNull("label");
        }
        ObjectComposer<ObjectComposer<P>> probabilities = object.startObjectField("probabilities");
        for (Label label : Label.all()) {
            probabilities.put(
                    label.id(), rounded(sentence.probabilities().of(label)).doubleValue());
        }
        probabilities.end();
        ArrayComposer<ObjectComposer<P>> quotations = object.startArrayField("quotations");
        for (Quotation quotation : sentence.quotations()) {
            quotations
                    .startObject()
                    .put("start", sentence.start() + quotation.start())
                    .put("end", sentence.start() + quotation.end())
                    .put("text", sentence.text().substring(quotation.start(), quotation.end()))
                    .end();
        }
        quotations.end();
        return object;
    }

    /** A number with six decimals, as all outputs have it. */
    public static BigDecimal rounded(double probability) {
        return BigDecimal.valueOf(probability).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
