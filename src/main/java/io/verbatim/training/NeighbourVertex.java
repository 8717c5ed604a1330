package io.verbatim.training;

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
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Gives every row of a batch the vector of another row at a fixed distance: the sentence before or after it. A batch
 * holds whole articles in order with rows of nothing between them; beyond the batch's ends the vector is zero.
 */
final class NeighbourVertex extends WeightlessVertex {
    private static final long serialVersionUID = 1L;

    /** How many rows after its own a row looks; negative for before. */
    @JsonProperty("distance")
    private final int distance;

    NeighbourVertex(@JsonProperty("distance") int distance) {
        super(1);
        this.distance = distance;
    }

    @Override
    public GraphVertex clone() {
        return new NeighbourVertex(distance);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NeighbourVertex vertex && vertex.distance == distance;
    }

    @Override
    public int hashCode() {
        return Objects.hash(distance);
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray params, boolean initialize, DataType type) {
        return new Computation(graph, name, index, distance, type);
    }

    private static final class Computation extends WeightlessComputation {
        private static final long serialVersionUID = 1L;

        private final int distance;

        Computation(ComputationGraph graph, String name, int index, int distance, DataType type) {
            super(graph, name, index, type);
            this.distance = distance;
        }

        @Override
        public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
            return shifted(inputs[0], distance, ArrayType.ACTIVATIONS, workspaces);
        }

        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
            INDArray gradient = shifted(epsilon, -distance, ArrayType.ACTIVATION_GRAD, workspaces);
            return new Pair<>(null, new INDArray[] {gradient});
        }

        /** Row i of the result is row i + distance of the array, or zero where there is none. */
        private static INDArray shifted(INDArray array, int distance, ArrayType type, LayerWorkspaceMgr workspaces) {
            INDArray result = workspaces.create(type, array.dataType(), array.shape(), 'c');
            long rows = array.size(0);
            long from = Math.max(0, distance);
            long to = rows + Math.min(0, distance);
            if (from < to) {
                result.get(NDArrayIndex.interval(from - distance, to - distance), NDArrayIndex.all())
                        .assign(array.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()));
            }
            return result;
        }
    }
}
