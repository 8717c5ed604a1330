package io.verbatim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Model files that somebody damaged, or made to harm. */
class HostileModelTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MB = 1 << 20;
    private static final int HASH_BYTES = 32;

    /** 64 KB, the size that is to be read through byte by byte. */
    private final byte[] model = ofSixtyFourKilobytes();

    @Test
    void should_refuse_every_changed_byte() {
        assertThat(model).hasSizeBetween(65_536, 70_000);
        assertThat(accepted(model.length, i -> {
                    byte[] changed = model.clone();
                    // All bits of the byte, then one of them, then by chance: never the byte itself.
                    changed[i] ^= (byte) (i % 3 == 0 ? 0xff : i % 3 == 1 ? 1 << i % 8 : 1 + i * 31 % 255);
                    return changed;
                }))
                .isEmpty();
    }

    @Test
    void should_refuse_every_length_but_its_own() {
        assertThat(accepted(model.length, length -> Arrays.copyOf(model, length)))
                .isEmpty();
        assertThat(accepted(100, more -> Arrays.copyOf(model, model.length + 1 + more)))
                .isEmpty();
    }

    /** Those files of some that are read, or refused other than by one of the three errors. */
    private static List<String> accepted(int count, IntFunction<byte[]> files) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> {
                    try {
                        read(files.apply(i));
                        return i + " was read";
                    } catch (ModelFormatException e) {
                        return "";
                    } catch (IOException | RuntimeException e) {
                        return i + ": " + e;
                    }
                })
                .filter(problem -> !problem.isEmpty())
                .toList();
    }

    /** Heads of files whose hash is right, so that only the reader's own bounds are in the way. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "manifest of 2147483647 bytes|a length of 2147483647",
                "manifest of -1 bytes|a length of -1",
                "manifest of two million arrays|a length of",
                "manifest nested 100000 deep|nesting depth",
                "words without end|words",
                "words of 2147483647 bytes|a length of",
                "arrays 2147483647|2147483647 arrays",
                "arrays -5|-5 arrays",
                "array of 536870911 x 4|integer overflow",
                "array of 16777216 x 16|a length of",
                "array of 65536 x 65536 x 0|integer overflow",
                "array of -1 x -1|a dimension of -1",
                "array of 0 x 2147483647|buckets of the manifest",
                "array of rank 255|an array of rank 255",
                "array twice|twice",
                "array of not a number|a weight of NaN",
                "array of a large weight|a weight of 1.0E30",
            })
    void should_allocate_no_more_than_it_says(String lie, String message) throws IOException {
        byte[] file = lying(lie);
        long before = THREADS.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ModelFormatException.Corrupt.class)
                .hasMessageContaining(message);

        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).isLessThan(4L * file.length + 64 * MB);
    }

    @Test
    void should_read_no_more_than_a_head_of_what_is_no_model() {
        InputStream endless = new InputStream() {
            private int read;

            @Override
            public int read() {
                assertThat(++read).isLessThan(100);
                return 'V';
            }
        };

        assertThatThrownBy(() -> Model.read("m.verbatim", endless))
                .isInstanceOf(ModelFormatException.Corrupt.class)
                .hasMessageContaining("its head is not a model's");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"members\":1|\"members\":4294967297|members of the manifest: 4294967297",
                "\"members\":1|\"members\":1.5|members of the manifest: 1.5",
                "\"members\":1|\"members\":2|array embedding",
                "\"buckets\":8|\"buckets\":2147483647|buckets of the manifest: 2147483647",
                "\"radius\":1|\"radius\":65|radius: 65, must be at most 64",
                "\"pieces\":2|\"pieces\":17|pieces: 17, must be from 1 to 16",
                "\"filters\":3|\"filters\":16384|array convolution must have the shape",
                "\"temperature\":1.5|\"temperature\":1e999|a number of the manifest is too large",
                "\"temperature\":1.5|\"temperature\":\"\u009B\\n\"|temperature of the manifest",
                "\"labels\":[\"direct\"|\"labels\":[\"narrative\"|labels of the manifest",
            })
    void should_refuse_a_manifest_that_does_not_fit(String from, String to, String message) throws IOException {
        assertThatThrownBy(() -> read(withManifest(manifest -> manifest.replace(from, to))))
                .isInstanceOf(ModelFormatException.Corrupt.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n", "\u009B");
    }

    private interface Change {
        String of(String manifest);
    }

    /** The small model with another manifest and the hash that fits it. */
    private static byte[] withManifest(Change change) throws IOException {
        byte[] small = Models.small(1).toBytes();
        int length = ByteBuffer.wrap(small).getInt(16);
        String manifest = new String(small, 20, length, StandardCharsets.UTF_8);
        String changed = change.of(manifest);
        assertThat(changed).isNotEqualTo(manifest);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(small, 0, 16);
        block(out, changed.getBytes(StandardCharsets.UTF_8));
        out.write(small, 20 + length, small.length - HASH_BYTES - 20 - length);
        return hashed(bytes.toByteArray());
    }

    private static byte[] lying(String lie) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write("VERBATIM".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(1);
        out.writeInt(1);
        String[] word = lie.split(" ");
        if (lie.startsWith("manifest of two million")) {
            block(out, ("{\"a\":[" + "[],".repeat(2_000_000) + "[]]}").getBytes(StandardCharsets.UTF_8));
        } else if (lie.startsWith("manifest nested")) {
            block(out, ("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        } else if (lie.startsWith("manifest")) {
            out.writeInt(Integer.parseInt(word[2]));
        } else {
            block(out, "{}".getBytes(StandardCharsets.UTF_8));
        }
        if (lie.startsWith("words without end")) {
            block(out, "\n".repeat(8 * MB).getBytes(StandardCharsets.UTF_8));
        } else if (lie.startsWith("words")) {
            out.writeInt(Integer.parseInt(word[2]));
        } else {
            block(out, new byte[0]);
        }
        if (lie.startsWith("arrays")) {
            out.writeInt(Integer.parseInt(word[1]));
        } else {
            arrays(out, lie);
        }
        return hashed(bytes.toByteArray());
    }

    private static void arrays(DataOutputStream out, String lie) throws IOException {
        boolean twice = lie.equals("array twice");
        out.writeInt(twice ? 2 : 1);
        for (int i = twice ? 0 : 1; i < 2; i++) {
            out.writeShort(1);
            out.writeByte('a');
            if (lie.contains(" x ")) {
                String[] shape = lie.substring("array of ".length()).split(" x ");
                out.writeByte(shape.length);
                for (String dimension : shape) {
                    out.writeInt(Integer.parseInt(dimension));
                }
            } else if (lie.equals("array of rank 255")) {
                out.writeByte(255);
            } else {
                out.writeByte(0);
                float value = lie.contains("not a number") ? Float.NaN : lie.contains("large") ? 1e30f : 1;
                out.writeInt(Integer.reverseBytes(Float.floatToRawIntBits(value)));
            }
        }
    }

    private static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] hashed(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            byte[] file = Arrays.copyOf(body, body.length + HASH_BYTES);
            System.arraycopy(hash, 0, file, body.length, HASH_BYTES);
            return file;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] ofSixtyFourKilobytes() {
        Architecture architecture = new Architecture(19, List.of(1, 2, 3), 8, 16, 12, 1, 1);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 650; i++) {
            words.add("word" + (char) ('a' + i % 26) + (char) ('a' + i / 26));
        }
        Vocabulary vocabulary = new Vocabulary(words, 32);
        return Model.of(
                        Map.of("name", "sixty-four", "version", "1"),
                        architecture,
                        vocabulary,
                        1,
                        List.of(Models.tensors(architecture, vocabulary, 1)))
                .toBytes();
    }

    private static Model read(byte[] bytes) throws IOException {
        return Model.read("m.verbatim", new ByteArrayInputStream(bytes));
    }
}
