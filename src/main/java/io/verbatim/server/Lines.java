package io.verbatim.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream of bytes, none kept longer than a limit. Not safe for threads. */
final class Lines {

    private static final int BUFFER = 1 << 13;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    /**
     * The lines of a stream.
     *
     * @param longest bytes of the longest line
     */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** A line without its end, or what is left of one too long. */
    record Line(byte[] bytes, boolean tooLong) {}

    /** The next line, or empty at the stream's end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean any = false;
        while (true) {
            if (from == to && !fill()) {
                return any ? Optional.of(new Line(line.toByteArray(), tooLong)) : Optional.empty();
            }
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + end - from > longest;
            if (!tooLong) {
                line.write(buffer, from, end - from);
            }
            boolean whole = end < to;
            from = whole ? end + 1 : end;
            if (whole) {
                return Optional.of(new Line(line.toByteArray(), tooLong));
            }
        }
    }

    /** Whether the next line would have to be waited for, as far as can be told. */
    boolean starved() throws IOException {
        return from == to && in.available() == 0;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer, 0, buffer.length));
        return to > 0;
    }
}
