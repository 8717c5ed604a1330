package io.verbatim.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of a manifest. Jackson's parser alone, without the object mapper on top of it, loads fewer
 * classes in a fresh Java machine.
 */
final class ManifestParser {

    private ManifestParser() {}

    /**
     * The fields of a JSON object in order: strings, numbers, booleans, null, lists and maps.
     *
     * @throws IOException if it is none, nests too deep or holds a number that is too large
     */
    static Map<String, @Nullable Object> parse(byte[] json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the manifest is no JSON object");
            }
            Map<String, @Nullable Object> fields = object(parser);
            if (parser.nextToken() != null) {
                throw new IOException("something stands behind the manifest's JSON object");
            }
            return fields;
        } catch (JsonProcessingException e) {
            throw new IOException("the manifest is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    private static Number number(JsonParser parser) throws IOException {
        Number number = parser.getNumberValue();
        if (number instanceof Double value && !Double.isFinite(value)) {
            throw new IOException("a number of the manifest is too large");
        }
        return number;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("the manifest's JSON ends too early");
        };
    }
}
