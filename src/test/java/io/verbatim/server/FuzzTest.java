package io.verbatim.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.verbatim.QuoteClassifier;
import io.verbatim.fuzz.Rounds;
import io.verbatim.model.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes is answered or closed, and good requests go on. */
class FuzzTest {

    private static final int CLIENTS = 16;

    private static final int LEAST = 3000;

    @Tag("fuzz")
    @Test
    void should_answer_requests_by_chance() throws Exception {
        long end = System.nanoTime() + Rounds.share().toNanos();
        List<String> failures = new CopyOnWriteArrayList<>();
        ServerOptions options = Servers.options().limitedTo(50_000, 2, 64, 0).within(Duration.ofSeconds(2));
        Map<String, Integer> statuses = new TreeMap<>();
        try (LabelServer server = LabelServer.start(options, () -> QuoteClassifier.of(Models.small(1)), line -> {
            if (line.startsWith("internal error")) {
                failures.add(line);
            }
        })) {
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<Map<String, Integer>>> results = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Mutations mutations = new Mutations(Rounds.seed() * CLIENTS + i);
                results.add(
                        clients.submit((Callable<Map<String, Integer>>) () -> run(server, mutations, end, failures)));
            }
            for (Future<Map<String, Integer>> result : results) {
                result.get().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
            }
            clients.shutdown();
            assertThat(failures.stream().limit(3)).isEmpty();
            assertThat(Servers.post(server, "text/plain", "He left. She stayed.")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(statuses).containsKeys("200", "400", "405", "413", "415");
        System.out.println("fuzz server: " + statuses);
    }

    /** Sends requests until a time by {@link System#nanoTime}, and some in any case. */
    private static Map<String, Integer> run(LabelServer server, Mutations mutations, long end, List<String> failures)
            throws IOException {
        Map<String, Integer> statuses = new TreeMap<>();
        for (int i = 0; i <= LEAST / CLIENTS || (System.nanoTime() < end && failures.isEmpty()); i++) {
            byte[] request = mutations.next();
            String answer = RawRequest.send(server, request, true);
            String status = answer.isEmpty() ? "closed" : answer.replaceAll("(?s)HTTP/1.1 (\\d+).*", "$1");
            statuses.merge(status, 1, Integer::sum);
            boolean fine = status.equals("closed")
                    || status.startsWith("1")
                    || status.startsWith("2")
                    || ((status.startsWith("4") || status.equals("503"))
                            && answer.contains("application/problem+json"));
            if (!fine) {
                failures.add(new String(request, 0, Math.min(300, request.length), StandardCharsets.ISO_8859_1)
                        + "\n---\n" + answer);
            }
        }
        return statuses;
    }
}
