package io.verbatim.training;

import io.verbatim.model.Architecture;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The second half of convolutions over words: adds what the words of each window give to a filter at their places, and
 * takes the maximum over the windows of each piece of a sentence, or zero where all are below it.
 *
 * <p>The first half is one matrix product for all words of a batch and all places of all windows. Together they compute
 * what DL4J's convolution and global pooling layers do, without padding sentences to the longest.
 *
 * <ul>
 *   <li>input 0, what each word gives at each place: (words of the batch, places × filters)
 *   <li>input 1, first word and one past the last word of each sentence: (sentences, 2)
 *   <li>output: (sentences, pooled), in the order of {@link Architecture}
 * </ul>
 */
final class WindowMaximumVertex extends WeightlessVertex {
    private static final long serialVersionUID = 1L;

    @JsonProperty("widths")
    private final List<Integer> widths;

    @JsonProperty("filters")
    private final int filters;

    @JsonProperty("pieces")
    private final int pieces;

    WindowMaximumVertex(
            @JsonProperty("widths") List<Integer> widths,
            @JsonProperty("filters") int filters,
            @JsonProperty("pieces") int pieces) {
        super(2);
        this.widths = List.copyOf(widths);
        this.filters = filters;
        this.pieces = pieces;
    }

    @Override
    public GraphVertex clone() {
        return new WindowMaximumVertex(widths, filters, pieces);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WindowMaximumVertex vertex
                && vertex.widths.equals(widths)
                && vertex.filters == filters
                && vertex.pieces == pieces;
    }

    @Override
    public int hashCode() {
        return Objects.hash(widths, filters, pieces);
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray params, boolean initialize, DataType type) {
        return new Computation(graph, name, index, widths, filters, pieces, type);
    }

    private static final class Computation extends WeightlessComputation {
        private static final long serialVersionUID = 1L;

        private final List<Integer> widths;
        private final int filters;
        private final int pieces;
        private final int row;
        /** The maxima of one piece. */
        private final int pool;

        private final int pooled;
        /** The word at whose window each maximum is, or -1 where all are below zero: (sentences, pooled). */
        private int[] places = {};

        private int[] bounds = {};

        Computation(
                ComputationGraph graph,
                String name,
                int index,
                List<Integer> widths,
                int filters,
                int pieces,
                DataType type) {
            super(graph, name, index, type);
            this.widths = widths;
            this.filters = filters;
            this.pieces = pieces;
            this.row = filters * widths.stream().mapToInt(w -> w).sum();
            this.pool = widths.size() * filters;
            this.pooled = pool * pieces;
        }

        @Override
        public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
            int sentences = (int) inputs[1].size(0);
            float[] given = inputs[0].dup('c').data().asFloat();
            bounds = inputs[1].dup('c').data().asInt();
            float[] maxima = new float[sentences * pooled];
            places = new int[maxima.length];
            Arrays.fill(places, -1);
            float[] window = new float[filters];
            for (int s = 0; s < sentences; s++) {
                int first = bounds[2 * s];
                int end = bounds[2 * s + 1];
                int place = 0;
                for (int w = 0; w < widths.size(); w++) {
                    int width = widths.get(w);
                    int before = Architecture.wordsBefore(width);
                    int at = s * pooled + w * filters;
                    for (int t = first; t < end; t++) {
                        Arrays.fill(window, 0);
                        for (int j = Math.max(first, t - before); j < Math.min(end, t - before + width); j++) {
                            int from = j * row + (place + j - t + before) * filters;
                            for (int f = 0; f < filters; f++) {
                                window[f] += given[from + f];
                            }
                        }
                        int last = t - before + width - 1;
                        int piece = Architecture.piece(last - first, end - first, pieces);
                        take(window, t, maxima, at + piece * pool);
                    }
                    place += width;
                }
            }
            return array(maxima, ArrayType.ACTIVATIONS, workspaces, sentences, pooled);
        }

        private void take(float[] window, int t, float[] maxima, int at) {
            for (int f = 0; f < filters; f++) {
                if (window[f] > maxima[at + f]) {
                    maxima[at + f] = window[f];
                    places[at + f] = t;
                }
            }
        }

        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
            int words = (int) inputs[0].size(0);
            int sentences = bounds.length / 2;
            float[] errors = epsilon.dup('c').data().asFloat();
            float[] gradient = new float[words * row];
            for (int s = 0; s < sentences; s++) {
                int place = 0;
                for (int w = 0; w < widths.size(); w++) {
                    int width = widths.get(w);
                    int before = Architecture.wordsBefore(width);
                    for (int i = 0; i < pieces * filters; i++) {
                        int f = i % filters;
                        int at = s * pooled + i / filters * pool + w * filters + f;
                        int t = places[at];
                        if (t >= 0) {
                            int from = Math.max(bounds[2 * s], t - before);
                            int to = Math.min(bounds[2 * s + 1], t - before + width);
                            for (int j = from; j < to; j++) {
                                gradient[j * row + (place + j - t + before) * filters + f] += errors[at];
                            }
                        }
                    }
                    place += width;
                }
            }
            return new Pair<>(null, new INDArray[] {
                array(gradient, ArrayType.ACTIVATION_GRAD, workspaces, words, row),
                workspaces.create(ArrayType.ACTIVATION_GRAD, dataType, inputs[1].shape(), 'c')
            });
        }
    }
}
