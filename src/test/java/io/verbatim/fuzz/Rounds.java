package io.verbatim.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Random;

/**
 * Repeats a test with inputs by chance until its time is over. Each round has a seed of its own, so that one that failed
 * can be run again alone.
 */
public final class Rounds {

    /** Kinds of readers that share the time: five here and the server. */
    private static final int KINDS = 6;

    private static final Duration SHORT = Duration.ofSeconds(2);
    /** Processor time of a round at most; its input is small. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Rounds() {}

    /** A test of one input. */
    @FunctionalInterface
    public interface Round {
        /** Makes the input from {@code random} and looks at what becomes of it. */
        void run(Random random) throws Exception;
    }

    /** How long to go on with one kind of reader. */
    public static Duration share() {
        String minutes = System.getProperty("verbatim.fuzz.minutes");
        return minutes == null ? SHORT : Duration.ofMillis((long) (Double.parseDouble(minutes) * 60_000 / KINDS));
    }

    /** The seed of all rounds. */
    public static long seed() {
        return Long.getLong("verbatim.fuzz.seed", 1);
    }

    /**
     * Runs rounds until the time is over, and tells how many on standard output.
     *
     * @param kind what is read
     */
    static void run(String kind, Round round) {
        long end = System.nanoTime() + share().toNanos();
        long number = Long.getLong("verbatim.fuzz.round", 0);
        long slowest = 0;
        do {
            long before = THREADS.getCurrentThreadCpuTime();
            try {
                round.run(new Random(seed() * 1_000_000_007 + number));
            } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
                throw failed(kind, number, e);
            }
            long taken = THREADS.getCurrentThreadCpuTime() - before;
            slowest = Math.max(slowest, taken);
            if (taken > SLOW.toNanos()) {
                throw failed(kind, number, new AssertionError("took " + Duration.ofNanos(taken)));
            }
            number++;
        } while (System.nanoTime() < end);
        System.out.println("fuzz " + kind + ": " + number + " rounds, the slowest " + slowest / 1_000_000 + " ms");
    }

    private static AssertionError failed(String kind, long number, Throwable cause) {
        return new AssertionError(
                kind + ": round " + number + " failed (" + cause + "); again with -Dverbatim.fuzz.seed=" + seed()
                        + " -Dverbatim.fuzz.round=" + number,
                cause);
    }
}
