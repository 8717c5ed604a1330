package io.verbatim.training.transformer;

import io.verbatim.corpus.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The encoder of a BERT: from the pieces of some windows to a vector of each. The vectors of pieces and places stay as they
 * are, all else is learned.
 */
final class Transformer {

    private static final double DROPOUT = 0.1;

    private final int dimensions;
    private final float[] pieces;
    private final float[] places;
    private final float[] type;
    private final LayerNorm norm;
    private final Dropout dropout;
    private final List<Block> blocks = new ArrayList<>();

    private Transformer(float[] pieces, float[] places, float[] type, LayerNorm norm, Dropout dropout) {
        this.dimensions = type.length;
        this.pieces = pieces;
        this.places = places;
        this.type = type;
        this.norm = norm;
        this.dropout = dropout;
    }

    /**
     * The encoder whose weights a file holds.
     *
     * @param heads the heads of its attention, which the weights don't tell
     * @param chance what is left out in training
     */
    static Transformer of(OnnxWeights weights, int heads, Chance chance) throws InputException {
        int d = weights.length("embeddings.LayerNorm.weight");
        Transformer transformer = new Transformer(
                weights.get("embeddings.word_embeddings.weight", weights.length("embeddings.word_embeddings.weight")),
                weights.get(
                        "embeddings.position_embeddings.weight",
                        weights.length("embeddings.position_embeddings.weight")),
                firstRow(weights, "embeddings.token_type_embeddings.weight", d),
                norm(weights, "embeddings.LayerNorm", d),
                new Dropout(DROPOUT, chance));
        for (int i = 0; weights.has("encoder.layer." + i + ".output.dense.bias"); i++) {
            String layer = "encoder.layer." + i + ".";
            int wide = weights.length(layer + "intermediate.dense.bias");
            Attention attention = new Attention(
                    heads,
                    d,
                    linear(weights, layer + "attention.self.query", d, d),
                    linear(weights, layer + "attention.self.key", d, d),
                    linear(weights, layer + "attention.self.value", d, d),
                    linear(weights, layer + "attention.output.dense", d, d));
            transformer.blocks.add(new Block(
                    attention,
                    norm(weights, layer + "attention.output.LayerNorm", d),
                    linear(weights, layer + "intermediate.dense", d, wide),
                    linear(weights, layer + "output.dense", wide, d),
                    norm(weights, layer + "output.LayerNorm", d),
                    new Dropout(DROPOUT, chance),
                    new Dropout(DROPOUT, chance)));
        }
        return transformer;
    }

    private static float[] firstRow(OnnxWeights weights, String name, int size) throws InputException {
        return Arrays.copyOf(weights.get(name, weights.length(name)), size);
    }

    private static LayerNorm norm(OnnxWeights weights, String name, int size) throws InputException {
        return new LayerNorm(weights.get(name + ".weight", size), weights.get(name + ".bias", size));
    }

    private static Linear linear(OnnxWeights weights, String name, int inputs, int outputs) throws InputException {
        return new Linear(weights.get(name + ".weight", inputs * outputs), weights.get(name + ".bias", outputs));
    }

    int dimensions() {
        return dimensions;
    }

    /** How many pieces it knows. */
    int vocabulary() {
        return pieces.length / dimensions;
    }

    /** The pieces of the longest window. */
    int longest() {
        return places.length / dimensions;
    }

    /**
     * The vectors of the pieces of some windows.
     *
     * @param windows the ids of each window's pieces
     * @return (pieces of all windows, {@link #dimensions})
     */
    float[] forward(List<int[]> windows, boolean training) {
        int[] bounds = new int[windows.size() + 1];
        for (int w = 0; w < windows.size(); w++) {
            bounds[w + 1] = bounds[w] + windows.get(w).length;
        }
        float[] tokens = new float[bounds[windows.size()] * dimensions];
        for (int w = 0; w < windows.size(); w++) {
            int[] ids = windows.get(w);
            for (int t = 0; t < ids.length; t++) {
                int at = (bounds[w] + t) * dimensions;
                for (int i = 0; i < dimensions; i++) {
                    tokens[at + i] = pieces[ids[t] * dimensions + i] + places[t * dimensions + i] + type[i];
                }
            }
        }
        tokens = dropout.forward(norm.forward(tokens), training);
        for (Block block : blocks) {
            tokens = block.forward(tokens, bounds, training);
        }
        return tokens;
    }

    /** Adds to the gradients what the gradient of the latest vectors asks for. */
    void backward(float[] gradient) {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            gradient = blocks.get(i).backward(gradient);
        }
        norm.backward(dropout.backward(gradient));
    }

    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(norm.parameters());
        blocks.forEach(block -> all.addAll(block.parameters()));
        return all;
    }
}
