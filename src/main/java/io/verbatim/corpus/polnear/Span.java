package io.verbatim.corpus.polnear;

/** A piece of a text in UTF-16 code units, the end exclusive. */
record Span(int start, int end) {

    boolean contains(int from, int to) {
        return start <= from && to <= end;
    }

    boolean overlaps(int from, int to) {
        return start < to && from < end;
    }
}
