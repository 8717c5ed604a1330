package io.verbatim.text;

import java.util.Arrays;

/** A growing list of spans, start and end each. For one thread. */
final class Spans {

    private int[] offsets;
    private int used;

    /** An empty list with room for some spans. */
    Spans(int expected) {
        offsets = new int[Math.max(4, 2 * expected)];
    }

    void add(int start, int end) {
        if (used == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length + Math.max(2, offsets.length / 4 * 2));
        }
        offsets[used++] = start;
        offsets[used++] = end;
    }

    void clear() {
        used = 0;
    }

    int size() {
        return used / 2;
    }

    int start(int i) {
        return offsets[2 * i];
    }

    int end(int i) {
        return offsets[2 * i + 1];
    }

    /** Start and end of each span in turn. */
    int[] toArray() {
        return Arrays.copyOf(offsets, used);
    }
}
