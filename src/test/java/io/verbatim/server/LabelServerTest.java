package io.verbatim.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verbatim.LabelledArticle;
import io.verbatim.QuoteClassifier;
import io.verbatim.article.Label;
import io.verbatim.model.Models;
import io.verbatim.output.JsonOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LabelServerTest {

    private static final String TEXT = "“We know,” she said.\n\nHe said that rain would fall. It did.";
    private static final String SECRET = "a-token-for-this-test-only";

    @SuppressWarnings("NullAway.Init")
    private static LabelServer server;

    @BeforeAll
    static void start() throws IOException {
        server = Servers.start(Servers.options().limitedTo(20_000, 2, 16, 0));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void should_answer_as_the_library_does() throws Exception {
        QuoteClassifier classifier = QuoteClassifier.of(Models.small(1));
        assertThat(Servers.post(server, "text/plain; charset=UTF-8", TEXT).body())
                .isEqualTo(JsonOutput.toJson(classifier.label(TEXT)));
        assertThat(Servers.post(server, "application/json", JSON.std.asString(Map.of("id", "a/b", "text", TEXT)))
                        .body())
                .isEqualTo(JsonOutput.toJson(classifier.label("a/b", TEXT)));
        assertThat(Servers.post(server, "/v1/label?id=x&abstain=1", "text/plain", TEXT)
                        .body())
                .isEqualTo(JsonOutput.toJson(classifier.abstainingBelow(1).label("x", TEXT)))
                .contains("\"label\":null");
    }

    @Test
    void should_explain_as_the_library_does() throws Exception {
        QuoteClassifier classifier = QuoteClassifier.of(Models.small(1));
        LabelledArticle article = classifier.label(TEXT);
        assertThat(Servers.post(server, "/v1/explain?sentence=1&label=narrative", "text/plain", TEXT)
                        .body())
                .isEqualTo(
                        JsonOutput.toJson(article.sentences().get(1), classifier.explain(article, 1, Label.NARRATIVE)));
    }

    @Test
    void should_answer_a_bad_article_in_its_place() throws Exception {
        List<Object> answers = JSON.std.listFrom(Servers.post(
                        server,
                        "application/json",
                        "[{\"id\":\"a\",\"text\":\"He left.\"},{\"id\":\"b\"},[[]],{\"id\":{},\"text\":\"x\"},{\"text\":null},"
                                + "{\"id\":3,\"text\":\"\"}]")
                .body());
        assertThat(answers).hasSize(6);
        assertThat(answers)
                .map(a -> ((Map<?, ?>) a).containsKey("error"))
                .containsExactly(false, true, true, true, true, false);
        assertThat(answers)
                .map(a -> String.valueOf(((Map<?, ?>) a).get("id")))
                .containsExactly("a", "b", "", "", "", "3");
    }

    @Test
    void should_answer_a_stream_while_it_comes() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes("POST /v1/label HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n"));
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            chunk(out, bytes("{\"id\":\"1\",\"text\":\"He left.\"}\n"));
            assertThat(nextAnswer(in)).startsWith("{\"id\":\"1\",\"model\"");
            chunk(out, bytes("no json\n"));
            assertThat(nextAnswer(in)).contains("\"code\":\"invalid-json\"");
            chunk(out, bytes("{\"id\":\"2\",\"text\":\"" + "x".repeat(30_000) + "\"}\n\n"));
            chunk(out, new byte[] {'{', '"', (byte) 0xff, '"', '}', '\n'});
            chunk(out, bytes("{\"id\":\"3\",\"text\":\"No line end.\"}"));
            chunk(out, new byte[0]);
            assertThat(nextAnswer(in)).contains("\"code\":\"too-large\"");
            assertThat(nextAnswer(in)).contains("\"code\":\"not-utf-8\"");
            assertThat(nextAnswer(in)).startsWith("{\"id\":\"3\",\"model\"");
        }
    }

    @Test
    void should_refuse_with_a_problem_that_holds_nothing_of_the_body() throws Exception {
        for (HttpResponse<String> refused : List.of(
                Servers.post(server, "text/html", "secret"),
                Servers.post(server, "application/json", "{\"secret\":"),
                Servers.post(server, "application/json", "[".repeat(10_000) + "\"secret"),
                Servers.post(server, "application/json", "{\"text\":[\"secret\"]}"),
                Servers.post(server, "/v1/label?abstain=secret", "text/plain", "x"),
                Servers.post(server, "/secret", "text/plain", "x"),
                Servers.post(server, "text/plain", "secret".repeat(5000)),
                Servers.get(server, "/v1/label"))) {
            assertThat(refused.statusCode()).isBetween(400, 499);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(JSON.std.mapFrom(refused.body())).containsEntry("status", refused.statusCode());
            assertThat(refused.body()).doesNotContain("secret", "Exception", "at io.");
        }
    }

    @Test
    void should_send_security_headers_with_pages_answers_and_problems() throws Exception {
        for (String path : List.of("/", "/page.js", "/page.css", "/icon.svg", "/v1/model", "/nothing", "/metrics")) {
            assertThat(Servers.get(server, path).headers().map())
                    .as(path)
                    .containsKeys(
                            "content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options")
                    .doesNotContainKeys("server", "set-cookie");
        }
        assertThat(Servers.get(server, "/").body())
                .doesNotContain("http://", "https://", "style=", "onclick", "<script>");
    }

    @Test
    void should_count_what_it_does() throws Exception {
        try (LabelServer own = Servers.start(Servers.options())) {
            Servers.post(own, "text/plain", TEXT);
            Servers.post(own, "text/html", TEXT);
            String metrics = Servers.get(own, "/metrics").body();
            assertThat(metrics)
                    .contains("verbatim_requests_total{path=\"/v1/label\",status=\"200\"} 1.0")
                    .contains("verbatim_requests_total{path=\"/v1/label\",status=\"415\"} 1.0")
                    .contains("verbatim_request_seconds_count{path=\"/v1/label\"} 2")
                    .contains("verbatim_queue 0.0");
            double sentences = metrics.lines()
                    .filter(line -> line.startsWith("verbatim_sentences_total"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                    .sum();
            assertThat(sentences).isEqualTo(3);
        }
    }

    @Test
    void should_answer_other_hosts_and_sites_with_a_token_only() throws Exception {
        assertThat(RawRequest.send(server, "GET /v1/model HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(RawRequest.send(
                        server,
                        "POST /v1/label HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\n"
                                + "Content-Type: text/plain\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx"))
                .startsWith("HTTP/1.1 403");
        try (LabelServer guarded = Servers.start(Servers.options().guardedBy(Token.of(SECRET)))) {
            assertThat(Servers.get(guarded, "/v1/model").statusCode()).isEqualTo(401);
            assertThat(Servers.get(guarded, "/").statusCode()).isEqualTo(200);
            assertThat(Servers.get(guarded, "/healthz").statusCode()).isEqualTo(200);
            assertThat(RawRequest.send(
                            guarded,
                            "GET /v1/model HTTP/1.1\r\nHost: news.example\r\nAuthorization: Bearer " + SECRET
                                    + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    /** Found by fuzzing: a redirection to {@code //?x}, which is another host. */
    @Test
    void should_not_redirect_a_target_without_a_path() throws Exception {
        for (String method : List.of("GET", "POST", "OPTIONS", "DELETE")) {
            assertThat(RawRequest.send(
                            server, method + " ?v1/label HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .matches("(?s)HTTP/1.1 (200|4\\d\\d) .*")
                    .doesNotContain("Location:");
        }
    }

    @Test
    void should_refuse_more_requests_a_second_than_the_rate() throws Exception {
        try (LabelServer slow = Servers.start(Servers.options().limitedTo(2000, 1, 1, 0.01))) {
            assertThat(Servers.get(slow, "/v1/model").statusCode()).isEqualTo(200);
            HttpResponse<String> second = Servers.get(slow, "/v1/model");
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("Retry-After")).contains("100");
            assertThat(Servers.get(slow, "/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void should_serve_on_with_the_old_model_where_the_new_one_is_broken(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("some.verbatim");
        Files.write(file, Models.small(1).toBytes());
        List<String> told = new CopyOnWriteArrayList<>();
        ServerOptions options = Servers.options().guardedBy(Token.of(SECRET));
        try (LabelServer own = LabelServer.start(options, ModelSource.file(file), told::add)) {
            String before = answer(own);
            Files.write(file, Models.small(2).toBytes());
            assertThat(answer(own)).isEqualTo(before);
            assertThat(reload(own).statusCode()).isEqualTo(200);
            String after = answer(own);
            assertThat(after).isNotEqualTo(before);
            Files.writeString(file, "no model");
            HttpResponse<String> refused = reload(own);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).doesNotContain(directory.toString());
            assertThatThrownBy(own::reload).isInstanceOf(IOException.class);
            assertThat(answer(own)).isEqualTo(after);
            assertThat(told).last().asString().startsWith("the new model is refused");
        }
    }

    @Test
    void should_not_start_without_a_model(@TempDir Path directory) {
        assertThatThrownBy(() ->
                        LabelServer.start(Servers.options(), ModelSource.file(directory.resolve("none")), line -> {}))
                .isInstanceOf(IOException.class);
    }

    @Test
    void should_name_the_address_it_cannot_listen_at() {
        assertThatThrownBy(() -> Servers.start(Servers.options().listeningAt("127.0.0.1", server.port())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + server.port());
    }

    @Test
    void should_finish_what_it_has_begun_when_stopped() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger loads = new AtomicInteger();
        LabelServer own = LabelServer.start(
                Servers.options().guardedBy(Token.of(SECRET)),
                () -> {
                    if (loads.incrementAndGet() > 1) {
                        begun.countDown();
                        awaitQuietly(goOn);
                    }
                    return QuoteClassifier.of(Models.small(1));
                },
                line -> {});
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return reload(own);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        begun.await();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(own::close);
        while (listens(own)) {
            Thread.onSpinWait();
        }
        assertThat(answer).isNotDone();
        goOn.countDown();
        assertThat(answer.get().statusCode()).isEqualTo(200);
        stopped.get();
    }

    private static boolean listens(LabelServer own) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), own.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String answer(LabelServer own) throws IOException, InterruptedException {
        return Servers.CLIENT
                .send(
                        Servers.request(own, "/v1/label")
                                .header("Authorization", "Bearer " + SECRET)
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString(TEXT))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpResponse<String> reload(LabelServer own) throws IOException, InterruptedException {
        return Servers.CLIENT.send(
                Servers.request(own, "/v1/reload")
                        .header("Authorization", "Bearer " + SECRET)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String nextAnswer(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith("{")) {
            line = in.readLine();
        }
        return String.valueOf(line);
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes(Integer.toHexString(bytes.length) + "\r\n"));
        out.write(bytes);
        out.write(bytes("\r\n"));
        out.flush();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
