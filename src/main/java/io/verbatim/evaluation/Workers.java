package io.verbatim.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs the parts of a long run on some threads, with progress. */
final class Workers {

    private record Done<T>(int part, T value) {}

    private Workers() {}

    /**
     * Runs parts and gives their results in the parts' order. The first that fails ends the run.
     *
     * @param costs how much work each part is, in any unit: the estimate of the time left goes by it
     */
    static <T> List<T> run(List<Callable<T>> parts, List<Long> costs, int threads, Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + ", must be at least 1");
        }
        long start = System.nanoTime();
        double allCosts = costs.stream().mapToLong(c -> c).sum();
        ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, parts.size())));
        try {
            CompletionService<Done<T>> completion = new ExecutorCompletionService<>(executor);
            for (int i = 0; i < parts.size(); i++) {
                int part = i;
                completion.submit(() -> new Done<>(part, parts.get(part).call()));
            }
            SortedMap<Integer, T> values = new TreeMap<>();
            double doneCosts = 0;
            while (values.size() < parts.size()) {
                Done<T> done = completion.take().get();
                values.put(done.part(), done.value());
                doneCosts += costs.get(done.part());
                Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
                double left = doneCosts == 0 ? 0 : elapsed.toNanos() * (allCosts - doneCosts) / doneCosts;
                progress.update(values.size(), parts.size(), elapsed, Duration.ofNanos((long) left));
            }
            return List.copyOf(values.values());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            } else if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        } finally {
            executor.shutdownNow();
        }
    }
}
