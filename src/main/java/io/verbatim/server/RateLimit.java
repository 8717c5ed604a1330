package io.verbatim.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Limits the requests a second of each client address by a token bucket that holds one second's worth, and at least one.
 * Safe for threads.
 */
final class RateLimit {

    private static final int MOST_CLIENTS = 10_000;
    private static final double NANOS = 1e9;

    private final double rate;
    private final double most;
    private final LongSupplier clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    /**
     * A limit.
     *
     * @param rate requests a second; 0 for any number
     * @param clock nanoseconds of an ascending clock
     */
    RateLimit(double rate, LongSupplier clock) {
        this.rate = rate;
        this.most = Math.max(1, rate);
        this.clock = clock;
    }

    void check(String client) throws ProblemException {
        if (rate > 0 && !taken(client)) {
            throw new Problem(
                            HttpStatus.TOO_MANY_REQUESTS_429,
                            "rate",
                            "more than " + rate + " requests a second; slow down",
                            OptionalInt.of((int) Math.max(1, Math.ceil(1 / rate))))
                    .exception();
        }
    }

    private synchronized boolean taken(String client) {
        long now = clock.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(client, key -> new Bucket(most, now));
        double level = Math.min(most, bucket.level() + (now - bucket.at()) / NANOS * rate);
        boolean enough = level >= 1;
        buckets.put(client, new Bucket(enough ? level - 1 : level, now));
        return enough;
    }

    /** What a client may still do. */
    private record Bucket(double level, long at) {}
}
