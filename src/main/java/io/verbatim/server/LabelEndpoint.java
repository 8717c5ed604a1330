package io.verbatim.server;

import io.javalin.http.Context;
import io.verbatim.QuoteClassifier;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpStatus;

/** {@code POST /v1/label}: labels a text, one or several articles as JSON, or a stream of them. Safe for threads. */
final class LabelEndpoint {

    /** Streams at once; each holds a thread. */
    static final int STREAMS = 32;

    private static final String JSON = "application/json";

    private final CurrentModel model;
    private final Admission admission;
    private final Labelling labelling;
    private final int maxBody;
    private final RequestBody body;
    private final JsonArticles articles;
    private final Semaphore streams = new Semaphore(STREAMS);

    LabelEndpoint(CurrentModel model, Admission admission, Labelling labelling, int maxBody) {
        this.model = model;
        this.admission = admission;
        this.labelling = labelling;
        this.maxBody = maxBody;
        this.body = new RequestBody(maxBody);
        this.articles = new JsonArticles(maxBody);
    }

    void handle(Context context) throws IOException, ProblemException {
        HttpServletRequest request = context.req();
        MediaType type = RequestBody.type(request);
        QuoteClassifier classifier = model.ready().abstainingBelow(abstain(context));
        switch (type) {
            case TEXT -> text(context, classifier);
            case JSON -> json(context, classifier);
            case STREAM, STREAM_OF_LINES -> stream(context, classifier);
        }
    }

    private static double abstain(Context context) throws ProblemException {
        String value = context.queryParam("abstain");
        if (value == null) {
            return 0;
        }
        try {
            double abstain = Double.parseDouble(value);
            if (abstain >= 0 && abstain <= 1) {
                return abstain;
            }
        } catch (NumberFormatException e) {
            throw badAbstain();
        }
        throw badAbstain();
    }

    private static ProblemException badAbstain() {
        return Problem.of(HttpStatus.BAD_REQUEST_400, "abstain", "abstain is a number from 0 to 1")
                .exception();
    }

    private void text(Context context, QuoteClassifier classifier) throws IOException, ProblemException {
        String text = body.read(context.req());
        String id = context.queryParam("id");
        SubmittedArticle.Text article = new SubmittedArticle.Text(id == null ? "" : id, text);
        answer(context, admission.admit(() -> labelling.label(classifier, article)));
    }

    private void json(Context context, QuoteClassifier classifier) throws IOException, ProblemException {
        JsonArticles.Body submitted = articles.read(body.read(context.req()));
        if (submitted instanceof JsonArticles.One one) {
            if (one.article() instanceof SubmittedArticle.Unusable unusable) {
                throw Problem.of(HttpStatus.BAD_REQUEST_400, unusable.code(), unusable.message())
                        .exception();
            }
            SubmittedArticle.Text article = (SubmittedArticle.Text) one.article();
            answer(context, admission.admit(() -> labelling.label(classifier, article)));
        } else {
            answer(context, batch(((JsonArticles.Many) submitted).articles(), classifier));
        }
    }

    private String batch(List<SubmittedArticle> batch, QuoteClassifier classifier) throws ProblemException {
        StringBuilder answer = new StringBuilder("[");
        for (int i = 0; i < batch.size(); i++) {
            SubmittedArticle article = batch.get(i);
            answer.append(i == 0 ? "" : ",");
            answer.append(
                    i == 0
                            ? admission.admit(() -> labelling.answer(classifier, article))
                            : admission.readmit(() -> labelling.answer(classifier, article)));
        }
        return answer.append(']').toString();
    }

    /** Answers with a body of JSON. */
    static void answer(Context context, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        context.contentType(JSON);
        context.res().setContentLength(bytes.length);
        context.res().getOutputStream().write(bytes);
    }

    private void stream(Context context, QuoteClassifier classifier) throws IOException, ProblemException {
        if (!streams.tryAcquire()) {
            throw Problem.busy("streams", "too many streams are open; try again")
                    .exception();
        }
        try {
            context.contentType(MediaType.STREAM.toString());
            stream(new Lines(context.req().getInputStream(), maxBody), context, classifier);
        } finally {
            streams.release();
        }
    }

    private void stream(Lines lines, Context context, QuoteClassifier classifier) throws IOException {
        SlowClients.Client client = SlowClients.of(context.req());
        OutputStream out = context.res().getOutputStream();
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            Optional<SubmittedArticle> article = article(line.get());
            if (article.isPresent()) {
                out.write(answerOfLine(article.get(), classifier).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
                if (lines.starved()) {
                    out.flush();
                }
                client.renew();
            }
        }
    }

    private String answerOfLine(SubmittedArticle article, QuoteClassifier classifier) {
        try {
            return admission.readmit(() -> labelling.answer(classifier, article));
        } catch (ProblemException e) {
            return Labelling.error(article.id(), e.problem().code(), e.problem().detail());
        }
    }

    private Optional<SubmittedArticle> article(Lines.Line line) {
        if (line.tooLong()) {
            return Optional.of(new SubmittedArticle.Unusable(
                    "", "too-large", "the line has more than " + maxBody + " bytes; split the article"));
        }
        Optional<String> text = Utf8.decode(line.bytes());
        if (text.isEmpty()) {
            return Optional.of(new SubmittedArticle.Unusable("", "not-utf-8", "the line is not UTF-8"));
        }
        return text.get().isBlank() ? Optional.empty() : Optional.of(articles.readLine(text.get()));
    }
}
