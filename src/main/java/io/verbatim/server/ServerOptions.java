package io.verbatim.server;

import java.time.Duration;
import java.util.Optional;

/**
 * The server's options. Immutable; {@link #defaults()} are loopback, port 8080, no token.
 *
 * @param host the address to listen at
 * @param port the port, 0 for any free one
 * @param token what a client must send as bearer token; without one, only requests to a loopback name are answered
 * @param anyHost whether requests without token may name any host, not only a loopback one
 * @param maxBody bytes of the largest body, and of the largest line of a stream
 * @param threads how many articles are labelled at once
 * @param queue how many requests may wait for that
 * @param rate requests a second that one client address may make; 0 for any number
 * @param deadline how long a request may take from its head to its answer's end; of a stream, from article to article
 */
public record ServerOptions(
        String host,
        int port,
        Optional<Token> token,
        boolean anyHost,
        int maxBody,
        int threads,
        int queue,
        double rate,
        Duration deadline) {

    /** The smallest and largest limit of a body. */
    public static final int LEAST_BODY = 1 << 10;

    /** The largest limit of a body. */
    public static final int MOST_BODY = 1 << 26;

    /** The most threads. */
    public static final int MOST_THREADS = 1024;

    public ServerOptions {
        check(port >= 0 && port <= 65_535, "port", port);
        check(maxBody >= LEAST_BODY && maxBody <= MOST_BODY, "maxBody", maxBody);
        check(threads >= 1 && threads <= MOST_THREADS, "threads", threads);
        check(queue >= 0, "queue", queue);
        check(rate >= 0 && rate < Double.POSITIVE_INFINITY, "rate", rate);
        check(deadline.toMillis() > 0, "deadline", deadline);
    }

    /** Loopback, port 8080, 1 MiB a body, a thread a processor, 128 waiting, 30 seconds. */
    public static ServerOptions defaults() {
        return new ServerOptions(
                "127.0.0.1",
                8080,
                Optional.empty(),
                false,
                1 << 20,
                Runtime.getRuntime().availableProcessors(),
                128,
                0,
                Duration.ofSeconds(30));
    }

    /** These options with another address and port. */
    public ServerOptions listeningAt(String newHost, int newPort) {
        return new ServerOptions(newHost, newPort, token, anyHost, maxBody, threads, queue, rate, deadline);
    }

    /** These options with a token that clients must send. */
    public ServerOptions guardedBy(Token newToken) {
        return new ServerOptions(host, port, Optional.of(newToken), anyHost, maxBody, threads, queue, rate, deadline);
    }

    /** These options without a token, for requests to any host name. */
    public ServerOptions unguarded() {
        return new ServerOptions(host, port, Optional.empty(), true, maxBody, threads, queue, rate, deadline);
    }

    /** These options with other limits. */
    public ServerOptions limitedTo(int newMaxBody, int newThreads, int newQueue, double newRate) {
        return new ServerOptions(host, port, token, anyHost, newMaxBody, newThreads, newQueue, newRate, deadline);
    }

    /** These options with another deadline. */
    public ServerOptions within(Duration newDeadline) {
        return new ServerOptions(host, port, token, anyHost, maxBody, threads, queue, rate, newDeadline);
    }

    private static void check(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " can't be " + value);
        }
    }
}
