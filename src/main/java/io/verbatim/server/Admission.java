package io.verbatim.server;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Lets a limited number of articles be labelled at once and a limited number of requests wait. Safe for threads. */
final class Admission {

    private static final Problem FULL = Problem.busy("queue-full", "too many requests are waiting; try again");
    private static final Problem LATE = Problem.busy("queue-timeout", "the request waited too long; try again");
    private static final Problem STOPPED = Problem.busy("stopping", "the server stops; try again");

    private final Semaphore permits;
    private final int queue;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();

    Admission(int threads, int queue, Duration patience) {
        this.permits = new Semaphore(threads, true);
        this.queue = queue;
        this.patience = patience;
    }

    /** Does some work with a permit, or refuses where the queue is full. */
    <T> T admit(Supplier<T> work) throws ProblemException {
        if (!permits.tryAcquire()) {
            if (waiting.incrementAndGet() > queue) {
                waiting.decrementAndGet();
                throw FULL.exception();
            }
            await();
        }
        return done(work);
    }

    /** Does some work of a request already let in, that waits where it must. */
    <T> T readmit(Supplier<T> work) throws ProblemException {
        if (!permits.tryAcquire()) {
            waiting.incrementAndGet();
            await();
        }
        return done(work);
    }

    /** How many requests wait. */
    int waiting() {
        return waiting.get();
    }

    private void await() throws ProblemException {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw LATE.exception();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw STOPPED.exception();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private <T> T done(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
