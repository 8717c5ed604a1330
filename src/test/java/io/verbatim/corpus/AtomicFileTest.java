package io.verbatim.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    private Path folder;

    @Test
    void should_replace_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "old and longer");

        AtomicFile.writeText(file, out -> out.write("né"));

        assertThat(file).hasContent("né");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void should_leave_the_old_file_and_no_other_where_writing_fails() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "old");

        assertThatThrownBy(() -> AtomicFile.writeText(file, out -> {
                    out.write("half");
                    throw new IOException("no more");
                }))
                .hasMessage("no more");

        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void should_write_through_a_symbolic_link() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        AtomicFile.writeBytes(link, out -> out.write('x'));

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("x");
    }

    @Test
    void should_name_a_folder_that_is_missing_or_in_the_way() {
        Path missing = folder.resolve("none").resolve("f");

        assertThatThrownBy(() -> AtomicFile.writeText(missing, out -> out.write("x")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(missing + ": the folder to write it to does not exist");
        assertThatThrownBy(() -> AtomicFile.writeText(folder, out -> out.write("x")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a directory");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void should_name_the_target_where_the_disk_is_full() {
        assertThatThrownBy(() -> AtomicFile.writeText(Path.of("/dev/full"), out -> out.write("x".repeat(100_000))))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("/dev/full: can't be written (No space left on device)");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void should_tell_before_the_work_that_a_folder_is_closed() {
        assertThatThrownBy(() -> AtomicFile.requireWritable(Path.of("/proc/1/none")))
                .isInstanceOf(InputException.class);
    }
}
