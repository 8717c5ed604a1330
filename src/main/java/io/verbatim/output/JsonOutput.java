package io.verbatim.output;

import com.fasterxml.jackson.jr.ob.JSON;
import com.fasterxml.jackson.jr.ob.JSONComposer;
import com.fasterxml.jackson.jr.ob.comp.ArrayComposer;
import com.fasterxml.jackson.jr.ob.comp.ComposerBase;
import com.fasterxml.jackson.jr.ob.comp.ObjectComposer;
import io.verbatim.LabelledArticle;
import io.verbatim.LabelledSentence;
import io.verbatim.article.Label;
import io.verbatim.article.Quotation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Labelled articles as JSON: one object an article. Safe for threads. */
public final class JsonOutput {

    private static final int DECIMALS = 6;

    private JsonOutput() {}

    /** The article as JSON in one line, without a line end. */
    public static String toJson(LabelledArticle article) {
        try {
            JSONComposer<String> json = JSON.std.composeString();
            ObjectComposer<JSONComposer<String>> object = json.startObject();
            object.put("id", article.id())
                    .startObjectField("model")
                    .put("name", article.model().name())
                    .put("version", article.model().version())
                    .end();
            ArrayComposer<ObjectComposer<JSONComposer<String>>> sentences = object.startArrayField("sentences");
            for (LabelledSentence sentence : article.sentences()) {
                sentence(sentences.startObject(), sentence).end();
            }
            sentences.end().end();
            return json.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** A probability with six decimals, as all outputs have it. */
    public static BigDecimal rounded(double probability) {
        return BigDecimal.valueOf(probability).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
