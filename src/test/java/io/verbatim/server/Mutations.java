package io.verbatim.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Requests by chance: good ones, bad ones, and good ones with bytes changed. Not safe for threads. */
final class Mutations {

    private static final List<String> PATHS = List.of(
            "/v1/label",
            "/v1/label",
            "/v1/label",
            "/v1/label?abstain=0.5",
            "/v1/label?abstain=%zz",
            "/v1/explain?sentence=0",
            "/v1/explain?sentence=99999999999",
            "/v1/label?id=%ff%00",
            "/v1/model",
            "/v1/reload",
            "/metrics",
            "/readyz",
            "/",
            "/page.js",
            "/../etc/passwd",
            "/%2e%2e/%2f",
            "//x",
            "/v1/label;a=b",
            "*",
            "http://localhost/v1/label",
            "/\u00e9",
            "/a b",
            "/?" + "q".repeat(9000));
    private static final List<String> METHODS = List.of(
            "POST", "POST", "POST", "POST", "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "FOO", "");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/json",
            "application/json",
            "application/x-ndjson",
            "application/jsonl",
            "text/plain; charset=utf-16",
            "text/html",
            "",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/json; charset=\"utf-8\"",
            ";;;",
            "\u0000");
    private static final List<String> HEADERS = List.of(
            "Expect: 100-continue",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip",
            "Content-Encoding: gzip",
            "Content-Length: 5",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Connection: upgrade",
            "X-HTTP-Method-Override: DELETE",
            "Range: bytes=0-1",
            "Accept: text/html",
            "Accept-Charset: none",
            "Authorization: Bearer",
            "Authorization: Basic eA==",
            "Cookie: a=b; c",
            "X: " + "y".repeat(9000),
            "Sec-Fetch-Site: cross-site",
            "If-None-Match: *",
            "Forwarded: for=x",
            "bad header",
            ": none",
            "Host: b",
            "X: \u0000");
    private static final List<String> VALUES = List.of(
            "null",
            "3",
            "-1e999",
            "true",
            "\"\"",
            "[]",
            "{}",
            "\"He said “no”.\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"" + "a. ".repeat(3000) + "\"",
            "[[[[1]]]]",
            "NaN",
            "1".repeat(2000),
            "\"\t\"");

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    byte[] next() {
        byte[] body = body();
        StringBuilder head = new StringBuilder();
        head.append(pick(METHODS))
                .append(' ')
                .append(pick(PATHS))
                .append(random.nextInt(20) == 0 ? " HTTP/9.9" : " HTTP/1.1");
        head.append("\r\nHost: localhost\r\n");
        if (random.nextInt(3) > 0) {
            head.append("Connection: close\r\n");
        }
        head.append("Content-Type: ").append(pick(TYPES)).append("\r\n");
        if (random.nextInt(10) > 0) {
            head.append("Content-Length: ")
                    .append(body.length + (random.nextInt(20) == 0 ? random.nextInt(9) - 4 : 0))
                    .append("\r\n");
        }
        for (int i = random.nextInt(4); i > 1; i--) {
            head.append(pick(HEADERS)).append("\r\n");
        }
        head.append("\r\n");
        byte[] first = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, request, first.length, body.length);
        return random.nextInt(4) == 0 ? mutated(request) : request;
    }

    private byte[] body() {
        return switch (random.nextInt(9)) {
            case 0 -> new byte[0];
            case 1 -> noise(random.nextInt(400));
            case 2 -> utf8("[".repeat(10_000));
            case 3 -> utf8("{\"text\":".repeat(10_000));
            case 4 -> noise(random.nextInt(20) == 0 ? 60_000 : 2000);
            case 5 -> utf8("[" + article() + "," + pick(VALUES) + "," + article() + "]");
            case 6 -> utf8(article() + "\n" + pick(VALUES) + "\n\n" + article());
            case 7 -> utf8("“I know,” she said. He said that it\u202E rained. \u0000\uFEFF");
            default -> utf8(article());
        };
    }

    private String article() {
        return "{\"id\":" + pick(VALUES) + ",\"text\":" + pick(VALUES) + "," + "\"more\":" + pick(VALUES) + "}";
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] mutated(byte[] request) {
        byte[] changed = request.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && changed.length > 0; i--) {
            int at = random.nextInt(Math.min(changed.length, random.nextBoolean() ? 200 : changed.length));
            changed[at] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length + 1)) : changed;
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
