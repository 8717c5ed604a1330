package io.verbatim.training;

import io.verbatim.model.Ngrams;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Adds up the rows of a sentence's words and pairs of words, see {@link Ngrams}.
 *
 * <ul>
 *   <li>input 0, the rows of all words of the batch: (words × {@link Ngrams#EACH}, labels)
 *   <li>input 1, first word and one past the last word of each sentence: (sentences, 2)
 *   <li>output: (sentences, labels)
 * </ul>
 */
final class NgramSumVertex extends WeightlessVertex {
    private static final long serialVersionUID = 1L;

    NgramSumVertex() {
        super(2);
    }

    @Override
    public GraphVertex clone() {
        return new NgramSumVertex();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NgramSumVertex;
    }

    @Override
    public int hashCode() {
        return NgramSumVertex.class.hashCode();
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph, String name, int index, INDArray params, boolean initialize, DataType type) {
        return new Computation(graph, name, index, type);
    }

    private static final class Computation extends WeightlessComputation {
        private static final long serialVersionUID = 1L;

        Computation(ComputationGraph graph, String name, int index, DataType type) {
            super(graph, name, index, type);
        }

        @Override
        public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
            int labels = (int) inputs[0].size(1);
            float[] rows = inputs[0].dup('c').data().asFloat();
            int[] bounds = bounds();
            float[] sums = new float[bounds.length / 2 * labels];
            for (int s = 0; s < bounds.length / 2; s++) {
                for (int row = bounds[2 * s] * Ngrams.EACH; row < bounds[2 * s + 1] * Ngrams.EACH; row++) {
                    for (int label = 0; label < labels; label++) {
                        sums[s * labels + label] += rows[row * labels + label];
                    }
                }
            }
            return array(sums, ArrayType.ACTIVATIONS, workspaces, bounds.length / 2, labels);
        }

        @Override
        public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
            int rows = (int) inputs[0].size(0);
            int labels = (int) inputs[0].size(1);
            float[] errors = epsilon.dup('c').data().asFloat();
            int[] bounds = bounds();
            float[] gradient = new float[rows * labels];
            for (int s = 0; s < bounds.length / 2; s++) {
                for (int row = bounds[2 * s] * Ngrams.EACH; row < bounds[2 * s + 1] * Ngrams.EACH; row++) {
                    System.arraycopy(errors, s * labels, gradient, row * labels, labels);
                }
            }
            return new Pair<>(null, new INDArray[] {
                array(gradient, ArrayType.ACTIVATION_GRAD, workspaces, rows, labels),
                workspaces.create(ArrayType.ACTIVATION_GRAD, dataType, inputs[1].shape(), 'c')
            });
        }

        private int[] bounds() {
            return inputs[1].dup('c').data().asInt();
        }
    }
}
