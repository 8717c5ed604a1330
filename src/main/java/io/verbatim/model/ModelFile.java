package io.verbatim.model;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of a model: a manifest, the words and named arrays.
 *
 * <pre>
 * 8 bytes   magic "VERBATIM"
 * int       format version
 * int       the oldest format whose readers can read this file
 * int, n    manifest: JSON in UTF-8
 * int, n    words: UTF-8, one a line
 * int       number of arrays, and for each of them
 *   short, n  name in ASCII
 *   byte      rank, then an int for each dimension
 *   floats    the values, little-endian
 * 32 bytes  SHA-256 of all before
 * </pre>
 *
 * <p>Numbers are big-endian unless said otherwise. Nothing is compressed, and nothing in a file names code. The head is
 * checked before the rest is read, the hash before anything is parsed, and no size is believed beyond the bytes that are
 * there. A file has at most {@value #MAX_BYTES} bytes, {@value #MAX_MANIFEST} of them for the manifest,
 * {@value #MAX_WORDS} words and {@value #MAX_TENSORS} arrays; reading one takes no more memory than four times its size
 * and 64 MB.
 *
 * @param manifest what the model is; see {@link Manifest}
 * @param words the vocabulary's words
 * @param tensors the arrays by name, in the file's order
 */
record ModelFile(Map<String, Object> manifest, List<String> words, Map<String, Tensor> tensors) {

    /** The format since which a sentence may be divided into pieces. */
    private static final int PIECES = 3;

    /** The format that had tables of words and pairs of words, which the networks have no more. */
    private static final int NGRAMS = 2;

    static final int FORMAT = PIECES;
    static final int OLDEST_FORMAT = 1;

    /** No model is larger; a released one has at most 8 MB. */
    static final int MAX_BYTES = 256 << 20;

    /** Bytes of the longest manifest; a small part of a file could otherwise become very many objects. */
    static final int MAX_MANIFEST = 1 << 20;

    static final int MAX_WORDS = 1 << 20;
    static final int MAX_TENSORS = 1 << 12;

    private static final byte[] MAGIC = "VERBATIM".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_BYTES = 32;
    /** Many calls rather than one let HotSpot compile the hash before most of it is done. */
    private static final int HASHED_AT_ONCE = 8192;

    private static final int HEAD_BYTES = MAGIC.length + 2 * Integer.BYTES;
    private static final int MAX_RANK = 4;

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeInt(format());
            out.writeInt(format());
            block(out, JSON.std.asBytes(manifest));
            block(out, String.join("\n", words).getBytes(StandardCharsets.UTF_8));
            out.writeInt(tensors.size());
            for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
                byte[] name = entry.getKey().getBytes(StandardCharsets.US_ASCII);
                out.writeShort(name.length);
                out.write(name);
                Tensor tensor = entry.getValue();
                out.writeByte(tensor.shape().length);
                for (int dimension : tensor.shape()) {
                    out.writeInt(dimension);
                }
                ByteBuffer values = ByteBuffer.allocate(Float.BYTES * tensor.values().length)
                        .order(ByteOrder.LITTLE_ENDIAN);
                values.asFloatBuffer().put(tensor.values());
                out.write(values.array());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] body = bytes.toByteArray();
        byte[] hash = sha256().digest(body);
        byte[] file = Arrays.copyOf(body, body.length + HASH_BYTES);
        System.arraycopy(hash, 0, file, body.length, HASH_BYTES);
        return file;
    }

    /** The oldest format that has all there is in this file, so that older readers can read what they understand. */
    private int format() {
        return manifest.get("architecture") instanceof Map<?, ?> architecture && architecture.containsKey("pieces")
                ? PIECES
                : OLDEST_FORMAT;
    }

    /**
     * Reads a model.
     *
     * @param name what to call it in messages
     * @throws ModelFormatException if it is too old, too new or corrupt
     * @throws IOException if the stream can't be read
     */
    static ModelFile read(String name, InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        if (head.length < HEAD_BYTES || !Arrays.equals(MAGIC, 0, MAGIC.length, head, 0, MAGIC.length)) {
            throw new ModelFormatException.Corrupt(
                    name, head.length == 0 ? "it is empty" : "its head is not a model's");
        }
        ByteBuffer versions = ByteBuffer.wrap(head, MAGIC.length, 2 * Integer.BYTES);
        int format = versions.getInt();
        int reader = versions.getInt();
        if (reader > FORMAT) {
            throw new ModelFormatException.TooNew(name, reader);
        } else if (format < OLDEST_FORMAT || format == NGRAMS) {
            throw new ModelFormatException.TooOld(name, format);
        }
        byte[] file = in.readNBytes(MAX_BYTES - HEAD_BYTES + 1);
        int body = file.length - HASH_BYTES;
        if (body < 0) {
            throw new ModelFormatException.Corrupt(name, "it is cut off");
        } else if (file.length > MAX_BYTES - HEAD_BYTES) {
            throw new ModelFormatException.Corrupt(name, "it has more than " + MAX_BYTES + " bytes");
        }
        MessageDigest digest = sha256();
        digest.update(head);
        for (int at = 0; at < body; at += HASHED_AT_ONCE) {
            digest.update(file, at, Math.min(HASHED_AT_ONCE, body - at));
        }
        if (!Arrays.equals(digest.digest(), 0, HASH_BYTES, file, body, file.length)) {
            throw new ModelFormatException.Corrupt(name, "its SHA-256 differs");
        }
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(file, 0, body))) {
            Map<String, Object> manifest = ManifestParser.parse(block(data, MAX_MANIFEST));
            List<String> words = words(block(data, MAX_BYTES));
            Map<String, Tensor> tensors = tensors(data);
            if (data.available() > 0) {
                throw new ModelFormatException.Corrupt(name, data.available() + " bytes too many");
            }
            return new ModelFile(manifest, words, tensors);
        } catch (ModelFormatException e) {
            throw e;
        } catch (IOException | ArithmeticException | IllegalArgumentException e) {
            throw new ModelFormatException.Corrupt(name, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> words(byte[] lines) throws IOException {
        int count = 1;
        for (byte b : lines) {
            count += b == '\n' ? 1 : 0;
        }
        if (count > MAX_WORDS) {
            throw new IOException(count + " words");
        } else if (lines.length == 0) {
            return List.of();
        }
        // One by one: as a whole they would be a string of two bytes a character, from which each must be narrowed
        // again.
        String[] words = new String[count];
        int start = 0;
        for (int i = 0; i < count; i++) {
            int end = start;
            boolean ascii = true;
            while (end < lines.length && lines[end] != '\n') {
                ascii &= lines[end++] >= 0;
            }
            words[i] = ascii
                    ? new String(lines, start, end - start, StandardCharsets.US_ASCII)
                    : decoded(Arrays.copyOfRange(lines, start, end), StandardCharsets.UTF_8);
            start = end + 1;
        }
        return List.of(words);
    }

    private static Map<String, Tensor> tensors(DataInputStream data) throws IOException {
        int count = data.readInt();
        if (count < 0 || count > MAX_TENSORS) {
            throw new IOException(count + " arrays");
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = decoded(bytes(data, data.readUnsignedShort()), StandardCharsets.US_ASCII);
            if (tensors.put(name, tensor(data)) != null) {
                throw new IOException("array " + name + " twice");
            }
        }
        return tensors;
    }

    private static String decoded(byte[] bytes, Charset charset) throws IOException {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IOException("text that is not " + charset, e);
        }
    }

    private static Tensor tensor(DataInputStream data) throws IOException {
        int rank = data.readUnsignedByte();
        if (rank > MAX_RANK) {
            throw new IOException("an array of rank " + rank);
        }
        int[] shape = new int[rank];
        int size = 1;
        for (int i = 0; i < rank; i++) {
            shape[i] = data.readInt();
            if (shape[i] < 0) {
                throw new IOException("a dimension of " + shape[i]);
            }
            size = Math.multiplyExact(size, shape[i]);
        }
        byte[] values = bytes(data, Math.multiplyExact(size, Float.BYTES));
        float[] floats = new float[size];
        ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
        return new Tensor(shape, floats);
    }

    private static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] block(DataInputStream data, int longest) throws IOException {
        int size = data.readInt();
        if (size > longest) {
            throw new IOException("a length of " + size);
        }
        return bytes(data, size);
    }

    private static byte[] bytes(DataInputStream data, int size) throws IOException {
        if (size < 0 || size > data.available()) {
            throw new IOException("a length of " + size + " where " + data.available() + " bytes are left");
        }
        return data.readNBytes(size);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
