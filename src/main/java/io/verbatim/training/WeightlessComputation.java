package io.verbatim.training;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The computation of a {@link WeightlessVertex}; what comes out of it has no mask. */
abstract class WeightlessComputation extends BaseGraphVertex {
    private static final long serialVersionUID = 1L;

    WeightlessComputation(ComputationGraph graph, String name, int index, DataType type) {
        super(graph, name, index, null, null, type);
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
    public void setBackpropGradientsViewArray(@Nullable INDArray view) {
        if (view != null) {
            throw new IllegalArgumentException("a vertex without parameters has no gradients");
        }
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        return null;
    }

    /** The values as an array of a workspace. */
    INDArray array(float[] values, ArrayType type, LayerWorkspaceMgr workspaces, long... shape) {
        INDArray result = workspaces.createUninitialized(type, dataType, shape, 'c');
        return result.assign(Nd4j.create(values, shape, 'c'));
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "(" + getVertexName() + ", " + Arrays.toString(getInputVertices()) + ")";
    }
}
