package io.verbatim.cli;

import com.sun.management.ThreadMXBean;
import io.verbatim.QuoteClassifier;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Measures a classifier with some articles, each measurement for about the given time. For one thread. */
final class Bench {

    private static final double NANOS = 1e9;
    private static final int MOST_SAMPLES = 2_000_000;

    private final QuoteClassifier classifier;
    private final BenchArticles articles;
    private final long nanos;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    Bench(QuoteClassifier classifier, BenchArticles articles, double seconds) {
        this.classifier = classifier;
        this.articles = articles;
        this.nanos = (long) (seconds * NANOS);
    }

    /**
     * A throughput.
     *
     * @param sentences sentences a second of CPU time
     * @param bytes bytes allocated a sentence
     */
    record Rate(double sentences, long bytes) {}

    /** Percentiles of the time of one call, in microseconds. */
    record Latency(double median, double p99, double p999) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "p50 %.0f, p99 %.0f, p99.9 %.0f microseconds", median, p99, p999);
        }
    }

    void warmUp() {
        rate(this::labelSplit);
        rate(this::labelRaw);
    }

    Rate split() {
        return rate(this::labelSplit);
    }

    Rate raw() {
        return rate(this::labelRaw);
    }

    private void labelSplit(int i) {
        classifier.label("", articles.split().get(i));
    }

    private void labelRaw(int i) {
        classifier.label(articles.raw().get(i));
    }

    private Rate rate(IntConsumer job) {
        long cpu = threads.getCurrentThreadCpuTime();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long rounds = rounds(job);
        double sentences = (double) rounds * articles.sentences();
        double seconds = (threads.getCurrentThreadCpuTime() - cpu) / NANOS;
        return new Rate(sentences / seconds, (long) ((threads.getCurrentThreadAllocatedBytes() - bytes) / sentences));
    }

    /** Does a job with every article again and again; returns how often. */
    private long rounds(IntConsumer job) {
        long end = System.nanoTime() + nanos;
        long rounds = 0;
        do {
            for (int i = 0; i < articles.size(); i++) {
                job.accept(i);
            }
            rounds++;
        } while (System.nanoTime() < end);
        return rounds;
    }

    /** Sentences a second of the clock, labelled by some threads at once. */
    double threads(int count) throws InterruptedException {
        long[] rounds = new long[count];
        List<Thread> running = new ArrayList<>();
        long begin = System.nanoTime();
        for (int t = 0; t < count; t++) {
            int own = t;
            Thread thread = new Thread(() -> rounds[own] = rounds(this::labelSplit));
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
        return Arrays.stream(rounds).sum() * articles.sentences() / ((System.nanoTime() - begin) / NANOS);
    }

    /** One sentence, already split, as an article of its own. */
    Latency sentenceLatency() {
        List<List<List<String>>> sentences = articles.split().stream()
                .map(paragraphs -> List.of(paragraphs.get(0).subList(0, 1)))
                .toList();
        return latency(i -> classifier.label("", sentences.get(i)));
    }

    /** One article of plain text. */
    Latency articleLatency() {
        return latency(this::labelRaw);
    }

    private Latency latency(IntConsumer job) {
        long[] samples = new long[MOST_SAMPLES];
        int used = 0;
        long end = System.nanoTime() + nanos;
        long before = System.nanoTime();
        while (used < samples.length && before < end) {
            job.accept(used % articles.size());
            long now = System.nanoTime();
            samples[used++] = now - before;
            before = now;
        }
        Arrays.sort(samples, 0, used);
        return new Latency(at(samples, used, 0.5), at(samples, used, 0.99), at(samples, used, 0.999));
    }

    private static double at(long[] sorted, int size, double share) {
        return sorted[(int) (share * (size - 1))] / 1e3;
    }
}
