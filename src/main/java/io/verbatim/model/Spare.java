package io.verbatim.model;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * A few objects that are costly to make, lent to one thread at a time. Holds nothing of what they were used for, neither
 * blocks nor waits: where none is at hand, a new one is made. Safe for threads.
 */
final class Spare<T> {

    /** A power of two. */
    private static final int PLACES = 16;

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);

    /** Takes one, or makes it. */
    T take(Supplier<T> maker) {
        T spare = places.getAndSet(place(), null);
        return spare == null ? maker.get() : spare;
    }

    /** Gives one back that will not be used again by who took it. */
    void giveBack(T used) {
        places.lazySet(place(), used);
    }

    private static int place() {
        return (int) Thread.currentThread().getId() & (PLACES - 1);
    }
}
