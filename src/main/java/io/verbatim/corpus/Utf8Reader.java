package io.verbatim.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;

/**
 * Strict UTF-8 without its byte order mark. Bytes that are none, and more text than {@link #allow} permits at a time,
 * are errors that name the file and the line. Not safe for threads.
 */
public final class Utf8Reader extends Reader {

    private static final int BUFFER = 1 << 14;

    private final String name;
    private final InputStream in;
    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private long bytesBefore;
    private long newlines;
    private boolean atStart = true;
    private boolean ended;
    private int pending = -1;
    private long allowance = Long.MAX_VALUE;
    private String excess = "";

    /**
     * A reader of uncompressed bytes.
     *
     * @param name stands for them in messages
     */
    Utf8Reader(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /**
     * Opens a file, gzipped or not.
     *
     * @throws InputException where it is missing or can't be read
     */
    public static Utf8Reader open(Path file) throws IOException {
        return new Utf8Reader(file.toString(), InputBytes.open(file));
    }

    /**
     * Permits so many code units from now on; until then there is no bound.
     *
     * @param excess what to tell the user where there are more
     */
    public void allow(long codeUnits, String excess) {
        this.allowance = codeUnits;
        this.excess = excess;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        // A code point beyond the BMP needs two code units at once.
        if (length == 1) {
            return readOne(target, offset);
        }
        return decode(CharBuffer.wrap(target, offset, length), offset);
    }

    private int readOne(char[] target, int offset) throws IOException {
        char[] two = new char[2];
        if (pending < 0) {
            int read = decode(CharBuffer.wrap(two), 0);
            if (read < 0) {
                return -1;
            }
            if (read == 2) {
                pending = two[1];
            }
            target[offset] = two[0];
            return 1;
        }
        target[offset] = (char) pending;
        pending = -1;
        return 1;
    }

    private int decode(CharBuffer chars, int offset) throws IOException {
        if (pending >= 0) {
            chars.put((char) pending);
            pending = -1;
            return 1;
        }
        int start = chars.position();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                if (chars.position() > start) {
                    break;
                }
                throw new InputException(name + ":" + (newlines + 1) + ": not UTF-8 (byte "
                        + (bytesBefore + bytes.position() + 1)
                        + " of the file); convert it, for example with iconv -f cp1252 -t utf-8");
            }
            if (chars.position() > start || !chars.hasRemaining()) {
                break;
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        return counted(chars, start, offset);
    }

    private void fill() throws IOException {
        bytesBefore += bytes.position();
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
        if (atStart && (bytes.remaining() >= 3 || ended)) {
            atStart = false;
            if (bytes.remaining() >= 3
                    && (bytes.get(0) & 0xff) == 0xef
                    && (bytes.get(1) & 0xff) == 0xbb
                    && (bytes.get(2) & 0xff) == 0xbf) {
                bytes.position(3);
            }
        } else if (atStart) {
            fill();
        }
    }

    private int counted(CharBuffer chars, int start, int offset) throws IOException {
        int read = chars.position() - start;
        allowance -= read;
        if (allowance < 0) {
            throw new InputException(name + ":" + (newlines + 1) + ": " + excess);
        }
        char[] array = chars.array();
        for (int i = offset; i < offset + read; i++) {
            if (array[i] == '\n') {
                newlines++;
            }
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
