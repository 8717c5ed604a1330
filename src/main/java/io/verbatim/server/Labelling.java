package io.verbatim.server;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.LabelledArticle;
import io.verbatim.QuoteClassifier;
import io.verbatim.output.JsonOutput;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Labels what clients sent, and writes the answer of each article as JSON. Safe for threads. */
final class Labelling {

    private final Metrics metrics;
    private final Notices notices;

    Labelling(Metrics metrics, Notices notices) {
        this.metrics = metrics;
        this.notices = notices;
    }

    /** The answer to one article of several: its labels, or the error in its place. Never fails. */
    String answer(QuoteClassifier classifier, SubmittedArticle article) {
        if (article instanceof SubmittedArticle.Text text) {
            try {
                return label(classifier, text);
            } catch (RuntimeException | StackOverflowError e) {
                notices.failure(e);
                metrics.articleFailed();
                return error(text.id(), "internal", "the server failed on this article");
            }
        }
        SubmittedArticle.Unusable unusable = (SubmittedArticle.Unusable) article;
        metrics.articleFailed();
        return error(unusable.id(), unusable.code(), unusable.message());
    }

    /** The labels of one article. */
    String label(QuoteClassifier classifier, SubmittedArticle.Text article) {
        LabelledArticle labelled = classifier.label(article.id(), article.text());
        metrics.labelled(labelled);
        return JsonOutput.toJson(labelled);
    }

    /** An error in an article's place. */
    static String error(String id, String code, String message) {
        try {
            return JSON.std
                    .composeString()
                    .startObject()
                    .put("id", id)
                    .startObjectField("error")
                    .put("code", code)
                    .put("message", message)
                    .end()
                    .end()
                    .finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
