package io.verbatim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests {@link HangUp}. */
class HangUpTest {

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void should_run_at_every_signal() throws Exception {
        Semaphore runs = new Semaphore(0);

        assertThat(HangUp.run(runs::release)).isTrue();

        for (int i = 0; i < 2; i++) {
            new ProcessBuilder(
                            "kill",
                            "-HUP",
                            String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            assertThat(runs.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
