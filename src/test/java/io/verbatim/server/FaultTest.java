package io.verbatim.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.verbatim.QuoteClassifier;
import io.verbatim.model.Models;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FaultTest {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final String HEAD = "POST /v1/label HTTP/1.1\r\nHost: localhost\r\nContent-Type: ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /v1/label HTTP/1.1\r\nHost: localhost\r\nX: ",
                HEAD + "text/plain\r\nContent-Length: 1000\r\n\r\n",
                HEAD + "application/x-ndjson\r\nContent-Length: 1000\r\n\r\n"
            })
    void should_cut_off_a_client_that_sends_a_byte_at_a_time(String beginning) throws Exception {
        List<String> notices = new CopyOnWriteArrayList<>();
        try (LabelServer server = LabelServer.start(
                        Servers.options().within(DEADLINE), () -> QuoteClassifier.of(Models.small(1)), notices::add);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(ascii(beginning));
            long start = System.nanoTime();
            boolean open = true;
            while (open && System.nanoTime() - start < 10 * DEADLINE.toNanos()) {
                open = trickled(socket);
            }
            assertThat(open).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.multipliedBy(4));
            assertThat(Servers.get(server, "/metrics").body()).contains("verbatim_connections_cut_off_total 1.0");
        }
        assertThat(notices).noneMatch(notice -> notice.startsWith("internal error"));
    }

    @Test
    void should_serve_others_while_many_clients_are_slow() throws Exception {
        try (LabelServer server = Servers.start(Servers.options().within(DEADLINE.multipliedBy(5)))) {
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                slow.add(socket);
                socket.getOutputStream().write(ascii(HEAD + "text/plain\r\nContent-Length: 9\r\n\r\nx"));
            }
            assertThat(Servers.post(server, "text/plain", "He left.").statusCode())
                    .isEqualTo(200);
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void should_go_on_after_bodies_cut_off_midway() throws Exception {
        try (LabelServer server = Servers.start(Servers.options().within(DEADLINE))) {
            for (String type : List.of("text/plain", "application/json", "application/x-ndjson")) {
                for (String rest :
                        List.of("Content-Length: 100\r\n\r\nhalf", "Transfer-Encoding: chunked\r\n\r\n5\r\nha")) {
                    String answer = RawRequest.send(server, HEAD + type + "\r\n" + rest);
                    assertThat(answer).as(type + rest).matches("(?s)|HTTP/1.1 4.*|HTTP/1.1 200 .*x-ndjson.*");
                    assertThat(answer).doesNotContain("\r\n0\r\n\r\n");
                }
            }
            assertThat(Servers.post(server, "text/plain", "He left.").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void should_refuse_at_once_where_the_queue_is_full() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Admission admission = new Admission(1, 1, Duration.ofSeconds(10));
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> admit(admission, () -> {
            begun.countDown();
            await(goOn);
        }));
        begun.await();
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> admit(admission, () -> {}));
        while (admission.waiting() == 0) {
            Thread.onSpinWait();
        }
        assertThat(admit(admission, () -> {})).isEqualTo(503);
        goOn.countDown();
        assertThat(first.get()).isEqualTo(200);
        assertThat(second.get()).isEqualTo(200);
    }

    private static int admit(Admission admission, Runnable work) {
        try {
            return admission.admit(() -> {
                work.run();
                return 200;
            });
        } catch (ProblemException e) {
            return e.problem().status();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a byte after a tenth of a second; false where the connection is closed. */
    private static boolean trickled(Socket socket) {
        try {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            socket.getOutputStream().write('x');
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
