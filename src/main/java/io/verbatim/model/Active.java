package io.verbatim.model;

/** Those of a layer's inputs that are not zero, with their places. Refilled for each sentence; for one thread. */
final class Active {

    private final int[] indices;
    private final float[] values;
    private int size;

    Active(int capacity) {
        indices = new int[capacity];
        values = new float[capacity];
    }

    /** Takes those of the first {@code count} inputs that are not zero. */
    void fill(float[] inputs, int count) {
        int used = 0;
        for (int i = 0; i < count; i++) {
            float value = inputs[i];
            indices[used] = i;
            values[used] = value;
            used += value != 0 ? 1 : 0;
        }
        size = used;
    }

    /** Takes those inputs that are above 0. */
    void rectify(float[] inputs) {
        int used = 0;
        for (int i = 0; i < inputs.length; i++) {
            float value = inputs[i];
            indices[used] = i;
            values[used] = value;
            used += value > 0 ? 1 : 0;
        }
        size = used;
    }

    int size() {
        return size;
    }

    int index(int i) {
        return indices[i];
    }

    float value(int i) {
        return values[i];
    }
}
