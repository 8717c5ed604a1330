package io.verbatim.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Articles as JSON Lines: {@code {"id":"…","text":"…"}}, an object a line. Other fields and blank lines are ignored. */
final class JsonLines implements ArticleSource {

    private static final int DEEPEST = 64;
    private static final int LONGEST_LINE = 2 * TextFile.LONGEST;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(TextFile.LONGEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final String name;
    private final Utf8Reader reader;
    private final BufferedReader lines;
    private long line;

    JsonLines(String name, InputStream in) {
        this.name = name;
        this.reader = new Utf8Reader(name, in);
        this.lines = new BufferedReader(reader);
    }

    @Override
    public Optional<InputArticle> next() throws IOException {
        while (true) {
            reader.allow(LONGEST_LINE, "a line of more than " + LONGEST_LINE + " characters; split the article");
            String object = lines.readLine();
            line++;
            if (object == null) {
                return Optional.empty();
            }
            if (!object.isBlank()) {
                return Optional.of(article(object));
            }
        }
    }

    private InputArticle article(String object) throws InputException {
        try (JsonParser parser = JSON.createParser(object)) {
            return article(parser);
        } catch (InputException e) {
            throw e;
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
            throw error("no valid JSON (" + reason.lines().findFirst().orElse("") + "); give one object a line", e);
        } catch (IOException e) {
            throw error("no valid JSON (" + e.getMessage() + "); give one object a line", e);
        }
    }

    private InputArticle article(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw error("no JSON object; give {\"id\":\"…\",\"text\":\"…\"}", null);
        }
        String id = null;
        String text = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("id") && (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT)) {
                id = parser.getText();
            } else if (field.equals("text") && value == JsonToken.VALUE_STRING) {
                text = parser.getText();
            } else if (field.equals("id") || field.equals("text")) {
                throw error("\"" + field + "\" is no string; put it into double quotes", null);
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw error("something follows the object; give one object a line", null);
        }
        if (id == null || id.isBlank()) {
            throw error("no \"id\"; give each article one", null);
        }
        if (text == null) {
            throw error("no \"text\"; give the article's text", null);
        }
        return new InputArticle.Plain(id, text);
    }

    private InputException error(String message, @Nullable Throwable cause) {
        String all = name + ":" + line + ": " + message;
        return cause == null ? new InputException(all) : new InputException(all, cause);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
