package io.verbatim.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Curves with fewer points. */
final class Thinned {

    private Thinned() {}

    /** At most {@code count} points evenly taken, with the first and the last. */
    static <T> List<T> to(int count, List<T> points) {
        if (points.size() <= count) {
            return points;
        }
        List<T> thinned = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            thinned.add(points.get((int) ((long) i * (points.size() - 1) / (count - 1))));
        }
        return thinned;
    }
}
