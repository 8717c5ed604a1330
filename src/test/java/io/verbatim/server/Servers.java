package io.verbatim.server;

import io.verbatim.QuoteClassifier;
import io.verbatim.model.Models;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Servers at a free port, and requests to them. */
final class Servers {

    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Servers() {}

    static ServerOptions options() {
        return ServerOptions.defaults().listeningAt("127.0.0.1", 0);
    }

    static LabelServer start(ServerOptions options) throws IOException {
        return LabelServer.start(options, () -> QuoteClassifier.of(Models.small(1)), line -> {});
    }

    static HttpRequest.Builder request(LabelServer server, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    static HttpResponse<String> get(LabelServer server, String path) throws IOException, InterruptedException {
        return CLIENT.send(request(server, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<String> post(LabelServer server, String type, String body)
            throws IOException, InterruptedException {
        return post(server, "/v1/label", type, body);
    }

    static HttpResponse<String> post(LabelServer server, String path, String type, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                request(server, path)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
