package io.verbatim.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The forward pass as {@link Architecture} describes it, word by word and in double precision. */
final class ReferenceNetwork {

    private final Architecture architecture;
    private final Map<String, Tensor> tensors;

    ReferenceNetwork(Architecture architecture, Map<String, Tensor> tensors) {
        this.architecture = architecture;
        this.tensors = tensors;
    }

    double[][] logits(List<EncodedSentence> sentences) {
        int radius = architecture.radius();
        List<double[]> vectors = new ArrayList<>();
        for (int i = -radius; i < sentences.size() + radius; i++) {
            boolean inside = i >= 0 && i < sentences.size();
            vectors.add(vector(inside ? sentences.get(i) : EncodedSentence.nothing()));
        }
        double[][] logits = new double[sentences.size()][];
        for (int i = 0; i < logits.length; i++) {
            double[] around = new double[0];
            for (int j = 0; j <= 2 * radius; j++) {
                around = join(around, vectors.get(i + j));
            }
            double[] context = rectified(layer("context", around));
            logits[i] = layer("output", join(vectors.get(i + radius), context));
        }
        return logits;
    }

    private double[] vector(EncodedSentence sentence) {
        double[] pooled = new double[architecture.pooled()];
        int filters = architecture.filters();
        int pool = architecture.widths().size() * filters;
        int firstPlace = 0;
        for (int w = 0; w < architecture.widths().size(); w++) {
            int width = architecture.widths().get(w);
            for (int t = 0; t < sentence.words().length; t++) {
                double last = Math.min(t - Architecture.wordsBefore(width) + width - 1, sentence.words().length - 1);
                int piece = (int) Math.floor(last / sentence.words().length * architecture.pieces());
                for (int f = 0; f < filters; f++) {
                    double sum = 0;
                    for (int place = 0; place < width; place++) {
                        int word = t - Architecture.wordsBefore(width) + place;
                        if (word >= 0 && word < sentence.words().length) {
                            sum += part(sentence, word, (firstPlace + place) * filters + f);
                        }
                    }
                    int at = piece * pool + w * filters + f;
                    pooled[at] = Math.max(pooled[at], sum);
                }
            }
            firstPlace += width;
        }
        double[] dense = new double[FeatureExtractor.DENSE];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = sentence.dense()[i];
        }
        return rectified(layer("sentence", join(pooled, dense)));
    }

    /** What a word adds to a filter at one place of its window. */
    private double part(EncodedSentence sentence, int word, int column) {
        int columns = architecture.places() * architecture.filters();
        double sum = value("convolution.bias", column);
        for (int c = 0; c < architecture.embedding(); c++) {
            sum += (double) value("embedding", sentence.words()[word] * architecture.embedding() + c)
                    * value("convolution", c * columns + column);
        }
        for (int bit = 0; bit < FeatureExtractor.SHAPE_BITS; bit++) {
            if ((sentence.shapes()[word] >> bit & 1) != 0) {
                sum += value("convolution", (architecture.embedding() + bit) * columns + column);
            }
        }
        return sum;
    }

    private double[] layer(String name, double[] inputs) {
        float[] bias = values(name + ".bias");
        double[] outputs = new double[bias.length];
        for (int o = 0; o < bias.length; o++) {
            outputs[o] = bias[o];
            for (int i = 0; i < inputs.length; i++) {
                outputs[o] += inputs[i] * value(name, i * bias.length + o);
            }
        }
        return outputs;
    }

    private float value(String name, int i) {
        return values(name)[i];
    }

    private float[] values(String name) {
        return Objects.requireNonNull(tensors.get(name), name).values();
    }

    private static double[] rectified(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        return values;
    }

    private static double[] join(double[] first, double[] second) {
        double[] joined = new double[first.length + second.length];
        System.arraycopy(first, 0, joined, 0, first.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
