package io.verbatim.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class Utf8ReaderTest {

    /** A stream that hands out one byte at a time, as a slow pipe does. */
    private static InputStream slow(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };
    }

    private static String read(InputStream in) throws IOException {
        StringWriter text = new StringWriter();
        try (Utf8Reader reader = new Utf8Reader("f", in)) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    @Test
    void should_read_all_planes_and_drop_the_byte_order_mark_only_at_the_start() throws IOException {
        String text = "é“😀\uFEFF\n";

        assertThat(read(slow(("\uFEFF" + text).getBytes(UTF_8)))).isEqualTo(text);
        assertThat(read(slow("é".getBytes(UTF_8)))).isEqualTo("é");
        assertThat(read(slow(new byte[0]))).isEmpty();
    }

    @Test
    void should_read_single_code_units() throws IOException {
        try (Utf8Reader reader = new Utf8Reader("f", slow("a😀b".getBytes(UTF_8)))) {
            assertThat(new int[] {reader.read(), reader.read(), reader.read(), reader.read(), reader.read()})
                    .containsExactly('a', 0xd83d, 0xde00, 'b', -1);
        }
    }

    @Test
    void should_refuse_a_cut_off_character() {
        byte[] cut = {'a', '\n', (byte) 0xc3};

        assertThatThrownBy(() -> read(slow(cut))).hasMessageStartingWith("f:2: not UTF-8 (byte 3 of the file)");
    }

    @Test
    void should_refuse_more_than_is_allowed() throws IOException {
        try (Utf8Reader reader = new Utf8Reader("f", slow("abcd".getBytes(UTF_8)))) {
            reader.allow(3, "too long");

            assertThatThrownBy(() -> reader.transferTo(new StringWriter())).hasMessage("f:1: too long");
        }
    }
}
