package io.verbatim.server;

import io.javalin.http.Context;
import io.verbatim.LabelledArticle;
import io.verbatim.QuoteClassifier;
import io.verbatim.article.Label;
import io.verbatim.output.JsonOutput;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/explain}: what moved the label of one sentence of a text. Safe for threads. */
final class ExplainEndpoint {

    private final CurrentModel model;
    private final Admission admission;
    private final RequestBody body;

    ExplainEndpoint(CurrentModel model, Admission admission, int maxBody) {
        this.model = model;
        this.admission = admission;
        this.body = new RequestBody(maxBody);
    }

    void handle(Context context) throws IOException, ProblemException {
        if (RequestBody.type(context.req()) != MediaType.TEXT) {
            throw Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                            "media-type",
                            "send the article as text/plain, in UTF-8")
                    .exception();
        }
        QuoteClassifier classifier = model.ready();
        int sentence = sentence(context.queryParam("sentence"));
        Optional<Label> label = label(context.queryParam("label"));
        String text = body.read(context.req());
        LabelEndpoint.answer(
                context,
                admission
                        .admit(() -> explain(classifier, text, sentence, label))
                        .orElseThrow(() -> bad("sentence", "the article has no sentence " + sentence)));
    }

    /** The explanation as JSON, or empty where the text has no such sentence. */
    private static Optional<String> explain(
            QuoteClassifier classifier, String text, int sentence, Optional<Label> label) {
        LabelledArticle article = classifier.label(text);
        if (sentence >= article.sentences().size()) {
            return Optional.empty();
        }
        return Optional.of(JsonOutput.toJson(
                article.sentences().get(sentence),
                label.isPresent()
                        ? classifier.explain(article, sentence, label.get())
                        : classifier.explain(article, sentence)));
    }

    private static int sentence(@Nullable String value) throws ProblemException {
        try {
            int sentence = Integer.parseInt(value);
            if (sentence >= 0) {
                return sentence;
            }
        } catch (NumberFormatException e) {
            throw badSentence();
        }
        throw badSentence();
    }

    private static ProblemException badSentence() {
        return bad("sentence", "sentence is the number of a sentence in the article, counted from 0");
    }

    private static Optional<Label> label(@Nullable String value) throws ProblemException {
        Optional<Label> label = value == null ? Optional.empty() : Label.of(value);
        if (value != null && label.isEmpty()) {
            throw bad("label", "label is one of " + Label.ids());
        }
        return label;
    }

    private static ProblemException bad(String code, String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST_400, code, detail).exception();
    }
}
