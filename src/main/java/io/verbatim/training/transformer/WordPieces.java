package io.verbatim.training.transformer;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.corpus.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into the pieces that an uncased BERT knows (Wu et al. 2016; Devlin et al. 2019): lower-cased, without accents,
 * split at white space and punctuation, then the longest known pieces from the left. Immutable but for what it has cut
 * before.
 */
final class WordPieces {

    private static final int LONGEST_WORD = 100;
    private static final String CONTINUES = "##";

    private final Map<String, Integer> ids;
    private final int unknown;
    private final Map<String, List<Integer>> known = new HashMap<>();

    /**
     * Pieces with their ids.
     *
     * @throws IllegalArgumentException if {@code [UNK]} is none of them
     */
    WordPieces(Map<String, Integer> ids) {
        this.ids = Map.copyOf(ids);
        this.unknown = id("[UNK]");
    }

    /**
     * Reads the vocabulary of a tokenizer in the JSON of Hugging Face's library ({@code model.vocab}).
     *
     * @throws InputException if the file holds none
     */
    static WordPieces read(Path file) throws IOException {
        Object model;
        byte[] json = Files.readAllBytes(file);
        try {
            model = JSON.std.mapFrom(json).get("model");
        } catch (IOException e) {
            throw new InputException(file + ": no JSON; give the tokenizer.json of a BERT", e);
        }
        Map<String, Integer> ids = new HashMap<>();
        if (model instanceof Map<?, ?> fields && fields.get("vocab") instanceof Map<?, ?> vocabulary) {
            vocabulary.forEach((piece, id) -> {
                if (id instanceof Integer number) {
                    ids.put(String.valueOf(piece), number);
                }
            });
        }
        if (!ids.keySet().containsAll(List.of("[UNK]", "[CLS]", "[SEP]", "[unused1]"))) {
            throw new InputException(file + ": no vocabulary of word pieces; give the tokenizer.json of a BERT");
        }
        return new WordPieces(ids);
    }

    /** The id of a piece that must be there. */
    int id(String piece) {
        Integer id = ids.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("no piece " + piece);
        }
        return id;
    }

    /** The largest id. */
    int largest() {
        return Collections.max(ids.values());
    }

    /** The ids of a text's pieces. */
    List<Integer> of(String text) {
        List<Integer> pieces = new ArrayList<>();
        for (String word : words(text)) {
            pieces.addAll(known.computeIfAbsent(word, this::cut));
        }
        return pieces;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder spaced = new StringBuilder();
        plain.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                spaced.append(' ');
            } else if (isPunctuation(c, type) || Character.isIdeographic(c)) {
                spaced.append(' ').appendCodePoint(c).append(' ');
            } else if (!isLeftOut(c, type)) {
                spaced.appendCodePoint(c);
            }
        });
        String words = spaced.toString().strip();
        return words.isEmpty() ? List.of() : List.of(words.split(" +", -1));
    }

    private static boolean isLeftOut(int c, int type) {
        return c == 0xFFFD
                || type == Character.NON_SPACING_MARK
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    private static boolean isPunctuation(int c, int type) {
        if (c < 128) {
            return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
        }
        return type == Character.CONNECTOR_PUNCTUATION
                || type == Character.DASH_PUNCTUATION
                || type == Character.START_PUNCTUATION
                || type == Character.END_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || type == Character.OTHER_PUNCTUATION;
    }

    private List<Integer> cut(String word) {
        List<Integer> pieces = new ArrayList<>();
        int start = 0;
        while (start < word.length()) {
            int end = word.length() > LONGEST_WORD ? start : word.length();
            Integer id = null;
            while (end > start && id == null) {
                id = piece(word, start, end--);
            }
            if (id == null) {
                return List.of(unknown);
            }
            pieces.add(id);
            start = end + 1;
        }
        return List.copyOf(pieces);
    }

    private @Nullable Integer piece(String word, int start, int end) {
        String part = word.substring(start, end);
        return ids.get(start == 0 ? part : CONTINUES + part);
    }
}
