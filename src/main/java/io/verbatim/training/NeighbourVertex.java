package io.verbatim.training;

import java.util.Arrays;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
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
final class NeighbourVertex extends GraphVertex {
    private static final long serialVersionUID = 1L;

    /** How many rows after its own a row looks; negative for before. */
    @JsonProperty("distance")
    private final int distance;

    NeighbourVertex(@JsonProperty("distance") int distance) {
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
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 1;
    }

    @Override
    public int maxVertexInputs() {
        return 1;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray params, boolean initialize, DataType type) {
        return new Impl(graph, name, index, distance, type);
    }

    @Override
    public InputType getOutputType(int layer, InputType... inputs) {
        return inputs[0];
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        return new LayerMemoryReport.Builder(null, NeighbourVertex.class, inputs[0], inputs[0])
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }

    private static final class Impl extends BaseGraphVertex {
        private static final long serialVersionUID = 1L;

        private final int distance;

        Impl(ComputationGraph graph, String name, int index, int distance, DataType type) {
            super(graph, name, index, null, null, type);
            this.distance = distance;
        }

        @Override
        public boolean hasLayer() {
            return false;
        }

        @Override
        public @Nullable Layer getLayer() {
            return null;
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

        @Override
        public void setBackpropGradientsViewArray(@Nullable INDArray view) {
            if (view != null) {
                throw new IllegalArgumentException("a vertex without parameters has no gradients");
            }
        }

        @Override
        public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
                INDArray @Nullable [] masks, MaskState state, int batch) {
            return masks == null || masks.length == 0 ? null : new Pair<>(masks[0], state);
        }

        @Override
        public String toString() {
            return "NeighbourVertex(" + getVertexName() + ", " + distance + ", " + Arrays.toString(getInputVertices())
                    + ")";
        }
    }
}
