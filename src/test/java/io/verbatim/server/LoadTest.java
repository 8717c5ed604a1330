package io.verbatim.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.verbatim.QuoteClassifier;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The command {@code serve} in a process of its own under load: {@code mvn test -Dtest=LoadTest -Dgroups=stress
 * -DexcludedGroups= -Dverbatim.model=FILE}; what was measured lies in {@code target/load.txt}.
 */
@Tag("stress")
class LoadTest {

    private static final Path MODEL = Path.of(System.getProperty("verbatim.model", "models/news.verbatim"));
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("verbatim.load.seconds", 60));
    private static final int CONNECTIONS = 64;
    private static final int SENTENCES = 20;
    private static final String ARTICLE = "The board of the ferry company met in Port Merrin on Monday evening. "
            + "“We are ready for the winter,” said Ada Brandt, its chair. She said that the old boat had been sold to a"
            + " museum. Nobody from the town was there. He called the price “a bargain” and left.\n\n";

    @Test
    void should_answer_64_connections() throws Exception {
        String article = ARTICLE.repeat(SENTENCES / 5);
        double engine = engineMicros(article);
        try (Served served = Served.start()) {
            load(served.port, article, Duration.ofSeconds(10));
            long memoryBefore = served.residentKilobytes();
            Duration cpuBefore = served.cpu();
            Result result = load(served.port, article, TIME);
            double service = served.cpu().minus(cpuBefore).toNanos()
                    / 1e3
                    / result.statuses().getOrDefault(200, 1)
                    / SENTENCES;
            long memoryAfter = served.residentKilobytes();
            String report = String.format(
                    Locale.ROOT,
                    "ready in %d ms; statuses %s; %.0f requests/s; p50 %.1f ms, p99 %.1f ms; CPU %.2f us a sentence,"
                            + " the engine alone %.2f us; resident memory %d MB before, %d MB after%n",
                    served.readyMillis,
                    result.statuses(),
                    result.latencies().length / (double) TIME.toSeconds(),
                    result.quantile(0.5),
                    result.quantile(0.99),
                    service,
                    engine,
                    memoryBefore >> 10,
                    memoryAfter >> 10);
            Files.writeString(Path.of("target", "load.txt"), report);
            assertThat(result.statuses().keySet()).as(report).isSubsetOf(200, 503);
            assertThat(result.statuses().getOrDefault(503, 0) * 100)
                    .as(report)
                    .isLessThanOrEqualTo(result.latencies().length);
            assertThat(service).as(report).isLessThan(2 * engine);
            assertThat(memoryAfter).as(report).isLessThan(memoryBefore * 3 / 2);
        }
    }

    @Test
    void should_start_again_after_it_was_killed_under_load() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Served served = Served.start()) {
            Future<Result> loaded = executor.submit(() -> load(served.port, ARTICLE, Duration.ofSeconds(3)));
            while (!served.hasAnswered()) {
                Thread.onSpinWait();
            }
            served.process.destroyForcibly().waitFor();
            assertThat(loaded.get().statuses()).containsKey(200);
        } finally {
            executor.shutdown();
        }
        try (Served again = Served.start()) {
            assertThat(load(again.port, ARTICLE, Duration.ofSeconds(1))
                            .statuses()
                            .keySet())
                    .containsExactly(200);
        }
    }

    /** CPU time of the engine for a sentence, in microseconds, once it is warm. */
    private static double engineMicros(String article) throws IOException {
        QuoteClassifier classifier = QuoteClassifier.load(MODEL);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double micros = 0;
        for (int round = 0; round < 2; round++) {
            long start = system.getProcessCpuTime();
            long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
            long sentences = 0;
            while (System.nanoTime() < end) {
                sentences += classifier.label(article).sentences().size();
            }
            micros = (system.getProcessCpuTime() - start) / 1e3 / sentences;
        }
        return micros;
    }

    private static Result load(int port, String article, Duration time) throws Exception {
        byte[] body = article.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST /v1/label HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        long end = System.nanoTime() + time.toNanos();
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<Result>> connections = IntStream.range(0, CONNECTIONS)
                    .mapToObj(i -> (Callable<Result>) () -> connection(port, request, end))
                    .collect(Collectors.toList());
            List<Result> results = new ArrayList<>();
            for (Future<Result> future : clients.invokeAll(connections)) {
                results.add(future.get());
            }
            return Result.of(results);
        } finally {
            clients.shutdown();
        }
    }

    private static Result connection(int port, byte[] request, long end) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<Double> latencies = new ArrayList<>();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                socket.getOutputStream().write(request);
                statuses.merge(answer(in), 1, Integer::sum);
                latencies.add((System.nanoTime() - start) / 1e6);
            }
        } catch (IOException e) {
            statuses.merge(0, 1, Integer::sum);
        }
        return new Result(
                statuses, latencies.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static int answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.startsWith("Content-Length: ")) {
                length = Integer.parseInt(header.substring(16));
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    /**
     * What a load came to.
     *
     * @param statuses answers by status; 0 where the connection broke
     * @param latencies milliseconds of each answer, ascending
     */
    private record Result(Map<Integer, Integer> statuses, double[] latencies) {
        static Result of(List<Result> parts) {
            Map<Integer, Integer> statuses = new TreeMap<>();
            parts.forEach(part -> part.statuses().forEach((status, n) -> statuses.merge(status, n, Integer::sum)));
            return new Result(
                    statuses,
                    parts.stream()
                            .flatMapToDouble(part -> Arrays.stream(part.latencies()))
                            .sorted()
                            .toArray());
        }

        double quantile(double q) {
            return latencies[(int) (q * (latencies.length - 1))];
        }
    }

    /** A server in a process of its own. */
    private static final class Served implements AutoCloseable {
        private final Process process;
        private final int port;
        private final long readyMillis;

        private Served(Process process, int port, long readyMillis) {
            this.process = process;
            this.port = port;
            this.readyMillis = readyMillis;
        }

        static Served start() throws IOException {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.verbatim.cli.Main",
                            "serve",
                            "--port=0",
                            "--model=" + MODEL)
                    .redirectErrorStream(true)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.contains("listening on")) {
                    int port = Integer.parseInt(line.replaceAll(".*:(\\d+)/", "$1"));
                    return new Served(process, port, (System.nanoTime() - start) / 1_000_000);
                }
            }
            throw new IOException("the server ended");
        }

        boolean hasAnswered() throws IOException, InterruptedException {
            String request = "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            return RawRequest.send(port, request.getBytes(StandardCharsets.US_ASCII), false)
                    .contains("path=\"/v1/label\",status=\"200\"");
        }

        Duration cpu() {
            return process.info().totalCpuDuration().orElseThrow();
        }

        long residentKilobytes() throws IOException {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
