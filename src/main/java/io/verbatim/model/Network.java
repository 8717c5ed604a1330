package io.verbatim.model;

import io.verbatim.article.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * The plain Java forward pass of a network, see this package's description. Lock-free and safe for threads; its results
 * depend on nothing but its weights and what it is asked.
 */
public final class Network {

    private static final int LABELS = Label.all().size();
    /** Floats of the rows of words and shapes at most: 256 MB. */
    private static final long MAX_TABLE = 1L << 26;

    private final int radius;
    private final int vectorSize;
    private final Convolution convolution;
    /** Its inputs are the maxima in the convolution's order, then the features of the sentence. */
    private final Layer sentence;
    /** What a sentence adds to the contexts that hold it, as blocks by how many sentences later their last one comes. */
    private final Layer context;

    private final float[] contextBias;
    /** (sentence + context, labels) */
    private final float[] output;

    private final float[] outputBias;
    /** The vector of what stands beyond an article's ends, and the sums of contexts before the first sentence. */
    private final float[] nothing;

    private final float[] beforeFirst;

    private final Spare<Pass> passes = new Spare<>();

    /**
     * A network of trained arrays.
     *
     * @param architecture its shape
     * @param ids the size of its vocabulary
     * @param tensors its arrays by name, see {@link Architecture}
     * @throws IllegalArgumentException if an array is missing or has another shape
     */
    public Network(Architecture architecture, int ids, Map<String, Tensor> tensors) {
        int row = Math.multiplyExact(architecture.places(), architecture.filters());
        if ((ids + (1L << FeatureExtractor.SHAPE_BITS)) * row > MAX_TABLE) {
            throw new IllegalArgumentException(ids + " words with " + row + " places and filters are too many");
        }
        radius = architecture.radius();
        vectorSize = architecture.sentence();
        convolution = new Convolution(architecture, ids, tensors);
        sentence = sentenceLayer(architecture, tensors);
        contextBias = Tensor.values(tensors, "context.bias", architecture.context());
        context = contextLayer(architecture, tensors);
        output = Tensor.values(tensors, "output", architecture.sentence() + architecture.context(), LABELS);
        outputBias = Tensor.values(tensors, "output.bias", LABELS);
        Pass pass = new Pass();
        pass.read(EncodedSentence.nothing());
        nothing = pass.vector.clone();
        pass.readNothing();
        System.arraycopy(context.bias(), 0, pass.contexts, 0, pass.contexts.length);
        for (int i = 0; i < radius; i++) {
            pass.addToContexts();
            pass.advanceContexts();
        }
        beforeFirst = pass.contexts.clone();
    }

    private Layer sentenceLayer(Architecture architecture, Map<String, Tensor> tensors) {
        int pooled = architecture.pooled();
        Layer layer = Layer.of(tensors, "sentence", pooled + FeatureExtractor.DENSE, architecture.sentence());
        float[][] ordered = new float[pooled + FeatureExtractor.DENSE][];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = layer.weights(i < pooled ? convolution.pooledOrder(i) : i);
        }
        return new Layer(ordered, layer.bias());
    }

    private Layer contextLayer(Architecture architecture, Map<String, Tensor> tensors) {
        int places = 2 * radius + 1;
        int inputs = architecture.sentence();
        int outputs = architecture.context();
        float[] values = Tensor.values(tensors, "context", places * inputs, outputs);
        float[][] weights = new float[inputs][places * outputs];
        for (int later = 0; later < places; later++) {
            for (int i = 0; i < inputs; i++) {
                int from = ((places - 1 - later) * inputs + i) * outputs;
                System.arraycopy(values, from, weights[i], later * outputs, outputs);
            }
        }
        return new Layer(weights, blankContexts());
    }

    /** The sums of contexts to which no sentence has added yet. */
    private float[] blankContexts() {
        float[] blank = new float[(2 * radius + 1) * contextBias.length];
        for (int place = 0; place <= 2 * radius; place++) {
            System.arraycopy(contextBias, 0, blank, place * contextBias.length, contextBias.length);
        }
        return blank;
    }

    /** The logits of the labels of an article's sentences: (sentences, labels). */
    public float[][] logits(List<EncodedSentence> sentences) {
        float[][] logits = new float[sentences.size()][];
        Reading reading = reading((each, sentence) -> logits[sentence] = each);
        sentences.forEach(reading::read);
        reading.end();
        return logits;
    }

    /**
     * Begins to read an article whose sentences come one by one.
     *
     * @param taker given the logits of each sentence in order, (labels), once the sentences around it are read
     */
    Reading reading(ObjIntConsumer<float[]> taker) {
        return new Reading(taker);
    }

    /** One pass over an article. For one thread. */
    final class Reading {
        private final ObjIntConsumer<float[]> taker;
        private final Pass pass = passes.take(Pass::new);
        /** Logits that wait for the sentences behind theirs. */
        private final float[][] waiting = new float[radius + 1][];

        private int place;

        private Reading(ObjIntConsumer<float[]> taker) {
            this.taker = taker;
            System.arraycopy(beforeFirst, 0, pass.contexts, 0, beforeFirst.length);
        }

        /** Reads the next sentence. */
        void read(EncodedSentence encoded) {
            pass.read(encoded);
            pass.addToContexts();
            float[] logits = outputBias.clone();
            pass.addToLogits(0, logits);
            waiting[place % waiting.length] = logits;
            advance();
        }

        /** Ends the article; nothing may be read after it. */
        void end() {
            if (place > 0) {
                for (int i = 0; i < radius; i++) {
                    pass.readNothing();
                    pass.addToContexts();
                    advance();
                }
            }
            passes.giveBack(pass);
        }

        private void advance() {
            int sentence = place - radius;
            if (sentence >= 0) {
                float[] logits = waiting[sentence % waiting.length];
                pass.readContext();
                pass.addToLogits(vectorSize, logits);
                taker.accept(logits, sentence);
            }
            pass.advanceContexts();
            place++;
        }
    }

    /** From the maxima, in the order of {@link #parts}, and the features to a sentence's vector. */
    Dense sentenceLayer() {
        return new Dense(sentence.weights(), sentence.bias());
    }

    /** From the vectors around a sentence, the first one first, to its vector in context. */
    Dense contextLayer() {
        int places = 2 * radius + 1;
        int size = contextBias.length;
        float[][] weights = new float[places * vectorSize][];
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < vectorSize; i++) {
                int from = (places - 1 - place) * size;
                weights[place * vectorSize + i] = Arrays.copyOfRange(context.weights(i), from, from + size);
            }
        }
        return new Dense(weights, contextBias);
    }

    /** From a sentence's vector and its vector in context to the logits. */
    Dense outputLayer() {
        float[][] weights = new float[output.length / LABELS][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Arrays.copyOfRange(output, i * LABELS, (i + 1) * LABELS);
        }
        return new Dense(weights, outputBias);
    }

    /** The maxima of a sentence and the words that they come from. */
    Convolution.Parts parts(EncodedSentence encoded) {
        return convolution.parts(encoded);
    }

    /** The arrays of one pass over an article, used for one sentence after another. */
    private final class Pass {
        private final Convolution.Windows windows = convolution.windows();
        private final float[] maxima = new float[convolution.pooled()];
        private final float[] vector = new float[sentence.outputs()];
        private final float[] inContext = new float[contextBias.length];
        private final Active active = new Active(
                Math.max(Math.max(maxima.length, FeatureExtractor.DENSE), Math.max(vector.length, inContext.length)));
        private final float[] contexts = new float[context.outputs()];

        /** Computes the vector of a sentence by itself. */
        void read(EncodedSentence encoded) {
            windows.maxima(encoded, maxima);
            System.arraycopy(sentence.bias(), 0, vector, 0, vector.length);
            active.fill(maxima, maxima.length);
            sentence.add(active, 0, vector);
            active.fill(encoded.dense(), FeatureExtractor.DENSE);
            sentence.add(active, maxima.length, vector);
            active.rectify(vector);
        }

        /** Takes the vector of what stands beyond an article's ends. */
        void readNothing() {
            active.rectify(nothing);
        }

        /** Adds the vector to the contexts that hold its sentence. */
        void addToContexts() {
            context.add(active, 0, contexts);
        }

        /** Takes the context that is complete. */
        void readContext() {
            System.arraycopy(contexts, 0, inContext, 0, inContext.length);
            active.rectify(inContext);
        }

        void addToLogits(int first, float[] logits) {
            float a = 0;
            float b = 0;
            float c = 0;
            for (int i = 0; i < active.size(); i++) {
                int at = (first + active.index(i)) * LABELS;
                float value = active.value(i);
                a += value * output[at];
                b += value * output[at + 1];
                c += value * output[at + 2];
            }
            logits[0] += a;
            logits[1] += b;
            logits[2] += c;
        }

        void advanceContexts() {
            int size = contextBias.length;
            System.arraycopy(contexts, size, contexts, 0, 2 * radius * size);
            System.arraycopy(contextBias, 0, contexts, 2 * radius * size, size);
        }
    }
}
