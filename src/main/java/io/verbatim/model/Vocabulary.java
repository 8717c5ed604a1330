package io.verbatim.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The words a network knows, each with its id. A word that it doesn't know falls into one of some buckets by its ending
 * and whether it is capitalised. Immutable and safe for threads.
 *
 * <p>Ids: 0 pads, 1 is any quotation mark, 2 stands for a sentence beyond the article's ends, then the words in order,
 * then the buckets. Words are compared in the form that {@link #hash} sees: lower case, digits as {@code 0}, one kind of
 * apostrophe, without soft hyphens and zero-width characters. The look-up compares 64-bit hashes, not characters.
 */
public final class Vocabulary {

    /** The id of padding. */
    public static final int PADDING = 0;
    /** The id of any quotation mark. */
    public static final int QUOTATION_MARK = 1;
    /** The id that stands alone in a sentence beyond the article's ends. */
    public static final int NOTHING = 2;

    static final int FIRST_WORD = 3;

    /** The unfinished hash of no character. */
    static final long HASH_OF_NOTHING = 0xcbf29ce484222325L;

    private static final int ENDING = 3;

    private final List<String> words;
    private final int buckets;
    /** Open addressing; a hash of 0 marks an empty slot. */
    private final long[] hashes;

    private final int[] ids;

    /**
     * A vocabulary.
     *
     * @param words the words in the order of their ids, without line feeds
     * @param buckets the number of buckets for unknown words, at least 1
     */
    public Vocabulary(List<String> words, int buckets) {
        if (buckets < 1) {
            throw new IllegalArgumentException("buckets: " + buckets);
        }
        this.words = List.copyOf(words);
        this.buckets = buckets;
        int capacity = Integer.highestOneBit(Math.max(8, 2 * words.size())) * 2;
        this.hashes = new long[capacity];
        this.ids = new int[capacity];
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            long hash = hash(word, 0, word.length());
            int slot = slot(hash);
            if (hashes[slot] == hash) {
                throw new IllegalArgumentException("the word " + word + " stands twice or shares its hash");
            }
            hashes[slot] = hash;
            ids[slot] = FIRST_WORD + i;
        }
    }

    /** The words in the order of their ids. */
    public List<String> words() {
        return words;
    }

    /** The number of buckets for unknown words. */
    public int buckets() {
        return buckets;
    }

    /** The number of ids: special ones, words and buckets. */
    public int size() {
        return FIRST_WORD + words.size() + buckets;
    }

    /** The id of the word that stands in {@code text} from {@code start} to {@code end}. */
    public int id(String text, int start, int end) {
        return id(hash(text, start, end), text, start, end);
    }

    /** The id of the word of this {@link #hash}. */
    int id(long hash, String text, int start, int end) {
        int slot = slot(hash);
        return hashes[slot] == hash ? ids[slot] : bucket(text, start, end);
    }

    /** Whether the id is that of a known word. */
    public boolean isWord(int id) {
        return id >= FIRST_WORD && id < FIRST_WORD + words.size();
    }

    /** The id of an unknown word: the bucket of its last three characters and whether it begins with a capital. */
    public int bucket(String text, int start, int end) {
        int ending = end;
        for (int left = ENDING; left > 0 && ending > start; ending--) {
            left -= normal(text.charAt(ending - 1)) == 0 ? 0 : 1;
        }
        long hash = hash(text, ending, end);
        if (start < end && Character.isUpperCase(text.charAt(start))) {
            hash = mix(hash ^ 0x51_7c_c1_b7_27_22_0a_95L);
        }
        return FIRST_WORD + words.size() + (int) Long.remainderUnsigned(hash, buckets);
    }

    /** The word as {@link #hash} sees it. */
    public static String normalise(String word) {
        StringBuilder normal = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = normal(word.charAt(i));
            if (c != 0) {
                normal.append(c);
            }
        }
        return normal.toString();
    }

    /** The words as bytes: UTF-8, one a line. */
    byte[] toBytes() {
        return String.join("\n", words).getBytes(StandardCharsets.UTF_8);
    }

    /** A 64-bit hash of the normalised characters, never 0: FNV-1a over UTF-16 code units, then a mixing step. */
    static long hash(String text, int start, int end) {
        long hash = HASH_OF_NOTHING;
        for (int i = start; i < end; i++) {
            hash = hashWith(hash, normal(text.charAt(i)));
        }
        return finished(hash);
    }

    /** The unfinished hash of some normal characters and another one behind them. */
    static long hashWith(long hash, char normal) {
        return normal == 0 ? hash : (hash ^ normal) * 0x100000001b3L;
    }

    /** The {@link #hash} that ends with these characters. */
    static long finished(long hash) {
        long mixed = mix(hash);
        return mixed == 0 ? 1 : mixed;
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The character in its normal form, or 0 where it doesn't count. */
    static char normal(char c) {
        if (c >= 'a' && c <= 'z') {
            return c;
        } else if (c >= 'A' && c <= 'Z') {
            return (char) (c + 32);
        } else if (c < 128) {
            return c >= '0' && c <= '9' ? '0' : c;
        }
        return switch (c) {
            case '\u2019', '\u2018', '\u02BC' -> '\'';
            case '\u2010', '\u2011' -> '-';
            case '\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF' -> 0;
            default -> Character.isDigit(c) ? '0' : Character.toLowerCase(c);
        };
    }

    /** The finaliser of MurmurHash3. */
    private static long mix(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
