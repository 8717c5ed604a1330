package io.verbatim.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all: the content goes into a temporary file beside the target, which is moved into
 * place once it is complete. Where writing fails, the target stays as it was and the temporary file is removed.
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
     * @throws InputException where the target is a directory or its folder does not exist
     * @throws IOException where the content or the file system fails
     */
    public static void writeBytes(Path target, Bytes content) throws IOException {
        Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new InputException(target + ": is a directory; name a file to write to");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                content.writeTo(out);
            }
            return;
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(target + ": the folder to write it to does not exist; create it first");
        }
        Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW))) {
                content.writeTo(out);
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
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
