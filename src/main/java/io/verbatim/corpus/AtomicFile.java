package io.verbatim.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all: the content goes into a temporary file beside the target, which is moved into
 * place once it is complete and on the disk. Where writing fails, the target stays as it was and the temporary file is removed.
 *
 * <p>A symbolic link keeps pointing to its file, which is replaced. A device or pipe ({@code /dev/stdout}) is written
 * directly. Safe for threads; of two writers of one file the later to finish wins.
 */
public final class AtomicFile {

    /** What goes into a file of bytes. */
    @FunctionalInterface
    public interface Bytes {
        /** Writes all of it; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** What goes into a file of text. */
    @FunctionalInterface
    public interface Text {
        /** Writes all of it; the writer is closed by the caller. */
        void writeTo(Writer out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file of bytes.
     *
     * @throws InputException where the target is a directory, its folder does not exist, or it can't be written
     * @throws IOException where the content fails
     */
    public static void writeBytes(Path target, Bytes content) throws IOException {
        requireWritable(target);
        Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = opened(target, file)) {
                content.writeTo(out);
            }
            return;
        }
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out = opened(target, temporary, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Tells before long work whether its result could be written, as far as can be known.
     *
     * @throws InputException where the target is a directory, or its folder does not exist or can't be written to
     */
    public static void requireWritable(Path target) throws IOException {
        Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new InputException(target + ": is a directory; name a file to write to");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(target + ": the folder to write it to does not exist; create it first");
        }
        boolean device = Files.exists(file) && !Files.isRegularFile(file);
        if (!Files.isWritable(device ? file : folder)) {
            throw new InputException(
                    target + ": no permission to write there; check the folder's owner and mode, or name another file");
        }
    }

    private static OutputStream opened(Path target, Path file, OpenOption... options) throws IOException {
        try {
            return new BufferedOutputStream(new Named(target, Files.newOutputStream(file, options)));
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    private static InputException failed(Path target, IOException cause) {
        String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return new InputException(
                target + ": can't be written ("
                        + (reason == null ? cause.getClass().getSimpleName() : reason)
                        + "); make room there, or name another file",
                cause);
    }

    /** Names the target where the file system fails, so that its failures differ from those of the content. */
    private static final class Named extends FilterOutputStream {
        private final Path target;

        Named(Path target, OutputStream out) {
            super(out);
            this.target = target;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw failed(target, e);
            }
        }
    }

    /**
     * Writes a file of UTF-8 text.
     *
     * @throws InputException where the target is a directory or its folder does not exist
     * @throws IOException where the content or the file system fails
     */
    public static void writeText(Path target, Text content) throws IOException {
        writeBytes(target, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
            content.writeTo(writer);
            writer.flush();
        });
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
