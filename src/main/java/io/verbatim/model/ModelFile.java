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
 * <p>Numbers are big-endian unless said otherwise. The hash is checked before anything is parsed, and no size is believed
 * beyond the bytes that are there.
 *
 * @param manifest what the model is; see {@link Manifest}
 * @param words the vocabulary's words
 * @param tensors the arrays by name, in the file's order
 */
record ModelFile(Map<String, Object> manifest, List<String> words, Map<String, Tensor> tensors) {

    static final int FORMAT = 1;
    static final int OLDEST_FORMAT = 1;

    /** No model is larger; a released one has at most 8 MB. */
    static final int MAX_BYTES = 256 << 20;

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
            out.writeInt(FORMAT);
            out.writeInt(OLDEST_FORMAT);
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

    /**
     * Reads a model.
     *
     * @param name what to call it in messages
     * @throws ModelFormatException if it is too old, too new or corrupt
     * @throws IOException if the stream can't be read
     */
    static ModelFile read(String name, InputStream in) throws IOException {
        byte[] file = in.readNBytes(MAX_BYTES);
        if (file.length < HEAD_BYTES + HASH_BYTES || !Arrays.equals(MAGIC, 0, MAGIC.length, file, 0, MAGIC.length)) {
            throw new ModelFormatException.Corrupt(
                    name, file.length == 0 ? "it is empty" : "its head is not a model's");
        }
        ByteBuffer head = ByteBuffer.wrap(file, MAGIC.length, 2 * Integer.BYTES);
        int format = head.getInt();
        int reader = head.getInt();
        if (reader > FORMAT) {
            throw new ModelFormatException.TooNew(name, reader);
        } else if (format < OLDEST_FORMAT) {
            throw new ModelFormatException.TooOld(name, format);
        }
        int body = file.length - HASH_BYTES;
        MessageDigest digest = sha256();
        for (int at = 0; at < body; at += HASHED_AT_ONCE) {
            digest.update(file, at, Math.min(HASHED_AT_ONCE, body - at));
        }
        if (!Arrays.equals(digest.digest(), 0, HASH_BYTES, file, body, file.length)) {
            throw new ModelFormatException.Corrupt(name, "its SHA-256 differs");
        }
        try (DataInputStream data =
                new DataInputStream(new ByteArrayInputStream(file, HEAD_BYTES, body - HEAD_BYTES))) {
            Map<String, Object> manifest = ManifestParser.parse(block(data));
            String words = new String(block(data), StandardCharsets.UTF_8);
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            int count = data.readInt();
            for (int i = 0; i < count; i++) {
                String tensor = new String(bytes(data, data.readUnsignedShort()), StandardCharsets.US_ASCII);
                tensors.put(tensor, tensor(data));
            }
            if (data.available() > 0) {
                throw new ModelFormatException.Corrupt(name, data.available() + " bytes too many");
            }
            return new ModelFile(manifest, words.isEmpty() ? List.of() : List.of(words.split("\n", -1)), tensors);
        } catch (ModelFormatException e) {
            throw e;
        } catch (IOException | ArithmeticException | IllegalArgumentException e) {
            throw new ModelFormatException.Corrupt(name, String.valueOf(e.getMessage()));
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
        for (float value : floats) {
            if (!Float.isFinite(value)) {
                throw new IOException("a weight that is not finite");
            }
        }
        return new Tensor(shape, floats);
    }

    private static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] block(DataInputStream data) throws IOException {
        return bytes(data, data.readInt());
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
