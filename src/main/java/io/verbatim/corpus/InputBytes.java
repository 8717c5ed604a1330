package io.verbatim.corpus;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens the user's files: unpacks what is gzipped, by its content and whatever its name. */
final class InputBytes {

    private static final int BUFFER = 1 << 16;

    private InputBytes() {}

    /** The uncompressed bytes of a file. */
    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": is a directory; name a file");
        }
        if (!Files.exists(file)) {
            throw new InputException(file + ": no such file; check the path");
        }
        if (!Files.isReadable(file)) {
            throw new InputException(file + ": no permission to read it; check the file's owner and mode");
        }
        InputStream in = Files.newInputStream(file);
        try {
            return unpacked(file.toString(), in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The uncompressed bytes of a stream, which supports marks. */
    static InputStream unpacked(String name, InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        boolean gzipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        if (!gzipped) {
            return buffered;
        }
        try {
            // Buffered, so that the start can be looked at and read again.
            return new BufferedInputStream(new Unpacked(name, new GZIPInputStream(buffered, BUFFER)), BUFFER);
        } catch (EOFException | ZipException e) {
            throw broken(name, e);
        }
    }

    private static InputException broken(String name, IOException cause) {
        return new InputException(name + ": broken gzip data (" + cause.getMessage() + "); compress it again", cause);
    }

    /** Names the file where its gzip data are cut off or damaged. */
    private static final class Unpacked extends FilterInputStream {
        private final String name;

        Unpacked(String name, InputStream in) {
            super(in);
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (EOFException | ZipException e) {
                throw broken(name, e);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (EOFException | ZipException e) {
                throw broken(name, e);
            }
        }
    }
}
