package io.verbatim.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a network: convolutions over the words of a sentence (Kim 2014, "Convolutional Neural Networks for
 * Sentence Classification"), their maxima over the sentence or over each piece of it (Zeng et al. 2015, "Distant
 * Supervision for Relation Extraction via Piecewise Convolutional Neural Networks"), which tell where in it something
 * stands, and the sentence's own features as a vector, and a second convolution over the vectors of the sentences around
 * it.
 *
 * <p>Arrays of one network, by name:
 *
 * <ul>
 *   <li>{@code embedding}: (ids, embedding)
 *   <li>{@code convolution}: (embedding + shape bits, places × filters), {@code convolution.bias}: what a word adds to
 *       the filters at each place of each window; the places of the widths stand behind one another, and the window of
 *       word t begins {@link #wordsBefore} words before it. Beyond the sentence nothing is added
 *   <li>{@code sentence}: (pooled + dense features, sentence), {@code sentence.bias}
 *   <li>{@code context}: ((2 × radius + 1) × sentence, context), {@code context.bias}
 *   <li>{@code output}: (sentence + context, labels), {@code output.bias}
 * </ul>
 *
 * @param embedding dimensions of a word's vector
 * @param widths widths of the convolutions in words
 * @param filters filters of each width
 * @param sentence dimensions of a sentence's vector
 * @param context dimensions of a sentence's vector in its context
 * @param radius how many sentences before and after the context holds
 * @param pieces into how many pieces of about as many words a sentence is divided; a window belongs to the piece of its
 *     last word. The maxima of a piece stand behind those of the piece before
 */
public record Architecture(
        int embedding, List<Integer> widths, int filters, int sentence, int context, int radius, int pieces) {

    private static final int MAX = 1 << 14;
    private static final int MAX_RADIUS = 64;
    private static final int MAX_PIECES = 16;

    public Architecture {
        widths = List.copyOf(widths);
        check("embedding", embedding, 1);
        check("filters", filters, 1);
        check("sentence", sentence, 1);
        check("context", context, 1);
        check("radius", radius, 0);
        if (radius > MAX_RADIUS) {
            throw new IllegalArgumentException("radius: " + radius + ", must be at most " + MAX_RADIUS);
        }
        if (pieces < 1 || pieces > MAX_PIECES) {
            throw new IllegalArgumentException("pieces: " + pieces + ", must be from 1 to " + MAX_PIECES);
        }
        if (widths.isEmpty() || widths.size() > 16 || widths.stream().anyMatch(w -> w < 1 || w > 16)) {
            throw new IllegalArgumentException("widths: " + widths + ", must be 1 to 16 widths of 1 to 16 words");
        }
    }

    /** The maxima of all filters over all pieces. */
    public int pooled() {
        return widths.size() * filters * pieces;
    }

    /** The piece of a sentence in which a window stands that ends with a word; beyond the sentence, the last one. */
    public static int piece(int lastWord, int words, int pieces) {
        return Math.min(lastWord, words - 1) * pieces / words;
    }

    /** Places of the windows of all widths. */
    public int places() {
        return widths.stream().mapToInt(w -> w).sum();
    }

    /** How many words before its own the window of a word begins. */
    public static int wordsBefore(int width) {
        return (width - 1) / 2;
    }

    /** Channels of a word: its vector and its shape bits. */
    public int channels() {
        return embedding + FeatureExtractor.SHAPE_BITS;
    }

    /** This architecture as it stands in a manifest. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("embedding", embedding);
        map.put("widths", widths);
        map.put("filters", filters);
        map.put("sentence", sentence);
        map.put("context", context);
        map.put("radius", radius);
        if (pieces > 1) {
            map.put("pieces", pieces);
        }
        return map;
    }

    /**
     * The architecture that a manifest describes.
     *
     * @throws IllegalArgumentException if a field is missing, no number or out of bounds
     */
    static Architecture of(Map<?, ?> map) {
        if (!(map.get("widths") instanceof List<?> widths)) {
            throw new IllegalArgumentException("the architecture has no widths");
        }
        return new Architecture(
                number(map, "embedding"),
                widths.stream().map(w -> number("widths", w)).toList(),
                number(map, "filters"),
                number(map, "sentence"),
                number(map, "context"),
                number(map, "radius"),
                map.containsKey("pieces") ? number(map, "pieces") : 1);
    }

    private static int number(Map<?, ?> map, String key) {
        return number(key, map.get(key));
    }

    private static int number(String key, @Nullable Object value) {
        if (value instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(key + " of the architecture: " + value);
    }

    private static void check(String name, int value, int least) {
        if (value < least || value > MAX) {
            throw new IllegalArgumentException(name + ": " + value + ", must be from " + least + " to " + MAX);
        }
    }
}
