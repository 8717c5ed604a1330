package io.verbatim.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Articles as JSON: {@code {"id":"…","text":"…"}} or an array of such objects; the id may be left out, other fields are
 * ignored. Safe for threads.
 */
final class JsonArticles {

    private static final int DEEPEST = 64;

    private final JsonFactory json;

    /**
     * A reader.
     *
     * @param longest code units of the longest text
     */
    JsonArticles(int longest) {
        json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(longest)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    /** One article, or several in an array. */
    sealed interface Body {}

    /** A body that is one object. */
    record One(SubmittedArticle article) implements Body {}

    /** A body that is an array. */
    record Many(List<SubmittedArticle> articles) implements Body {}

    /** The articles of a body; what is wrong with one of them stands in its place. */
    Body read(String body) throws ProblemException {
        try (JsonParser parser = json.createParser(body)) {
            JsonToken first = parser.nextToken();
            Body read;
            if (first == JsonToken.START_ARRAY) {
                List<SubmittedArticle> articles = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    articles.add(article(parser));
                }
                read = new Many(articles);
            } else if (first == null) {
                throw problem("the body is empty");
            } else {
                read = new One(article(parser));
            }
            if (parser.nextToken() != null) {
                throw problem("something follows the article or the array");
            }
            return read;
        } catch (IOException e) {
            throw problem("the body is no valid JSON, or nested too deeply");
        }
    }

    /** The article of a line; a line that is no JSON is an unusable article. */
    SubmittedArticle readLine(String line) {
        try (JsonParser parser = json.createParser(line)) {
            parser.nextToken();
            SubmittedArticle article = article(parser);
            return parser.nextToken() == null
                    ? article
                    : new SubmittedArticle.Unusable(article.id(), "invalid-json", "something follows the object");
        } catch (IOException e) {
            return new SubmittedArticle.Unusable("", "invalid-json", "the line is no valid JSON, or nested too deeply");
        }
    }

    private static SubmittedArticle article(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new SubmittedArticle.Unusable("", "not-an-object", "an article is {\"id\":\"…\",\"text\":\"…\"}");
        }
        String id = "";
        String text = null;
        @Nullable String wrong = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("id") && (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT)) {
                id = parser.getText();
            } else if (field.equals("text") && value == JsonToken.VALUE_STRING) {
                text = parser.getText();
            } else if (field.equals("id") || field.equals("text")) {
                wrong = field;
                parser.skipChildren();
            } else {
                parser.skipChildren();
            }
        }
        if (wrong != null) {
            return new SubmittedArticle.Unusable(id, wrong + "-no-string", "\"" + wrong + "\" is no string");
        }
        return text == null
                ? new SubmittedArticle.Unusable(id, "no-text", "\"text\" is missing")
                : new SubmittedArticle.Text(id, text);
    }

    private static ProblemException problem(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST_400, "invalid-json", detail).exception();
    }
}
