package io.verbatim.training.transformer;

import java.util.ArrayList;
import java.util.List;

/** One layer of a transformer: attention and a feed-forward network, each added to its input and brought to norm. */
final class Block {

    private final Attention attention;
    private final LayerNorm afterAttention;
    private final Linear up;
    private final Gelu gelu = new Gelu();
    private final Linear down;
    private final LayerNorm afterNetwork;
    private final Dropout attentionDropout;
    private final Dropout networkDropout;

    Block(
            Attention attention,
            LayerNorm afterAttention,
            Linear up,
            Linear down,
            LayerNorm afterNetwork,
            Dropout attentionDropout,
            Dropout networkDropout) {
        this.attention = attention;
        this.afterAttention = afterAttention;
        this.up = up;
        this.down = down;
        this.afterNetwork = afterNetwork;
        this.attentionDropout = attentionDropout;
        this.networkDropout = networkDropout;
    }

    float[] forward(float[] tokens, int[] bounds, boolean training) {
        float[] attended = attentionDropout.forward(attention.forward(tokens, bounds), training);
        Matrices.add(attended, tokens);
        float[] normal = afterAttention.forward(attended);
        float[] fed = networkDropout.forward(down.forward(gelu.forward(up.forward(normal))), training);
        Matrices.add(fed, normal);
        return afterNetwork.forward(fed);
    }

    float[] backward(float[] gradient) {
        float[] ofSum = afterNetwork.backward(gradient);
        float[] ofNormal = up.backward(gelu.backward(down.backward(networkDropout.backward(ofSum.clone()))));
        Matrices.add(ofNormal, ofSum);
        float[] ofAttended = afterAttention.backward(ofNormal);
        float[] result = attention.backward(attentionDropout.backward(ofAttended.clone()));
        Matrices.add(result, ofAttended);
        return result;
    }

    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(attention.parameters());
        all.addAll(afterAttention.parameters());
        all.addAll(up.parameters());
        all.addAll(down.parameters());
        all.addAll(afterNetwork.parameters());
        return all;
    }
}
