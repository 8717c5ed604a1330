package io.verbatim.training;

import io.verbatim.article.Label;
import io.verbatim.model.Architecture;
import io.verbatim.model.FeatureExtractor;
import io.verbatim.model.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ISchedule;

/** The DL4J graph of an {@link Architecture}, and the way of its weights to and from the model file's arrays. */
final class Graph {

    static final String WORDS = "words";
    static final String SHAPES = "shapes";
    static final String BOUNDS = "bounds";
    static final String DENSE = "dense";

    /** Standard deviation of the word vectors before training. */
    static final double WORD_DEVIATION = 0.1;

    private final ComputationGraph graph;

    /** A graph with weights by chance, from the options' seed. */
    Graph(TrainingOptions options, int ids, ISchedule learningRate) {
        this.graph =
                new ComputationGraph(configuration(options, ids, learningRate).build());
        graph.init();
    }

    ComputationGraph network() {
        return graph;
    }

    private static GraphBuilder configuration(TrainingOptions options, int ids, ISchedule learningRate) {
        Architecture a = options.architecture();
        double kept = 1 - options.dropout();
        int labels = Label.all().size();
        GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .seed(options.seed())
                .optimizationAlgo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT)
                .updater(new Adam(learningRate))
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.RELU)
                .l2(options.weightDecay())
                .graphBuilder()
                .addInputs(WORDS, SHAPES, BOUNDS, DENSE)
                .addLayer(
                        "embedding",
                        new EmbeddingLayer.Builder()
                                .nIn(ids)
                                .nOut(a.embedding())
                                .hasBias(false)
                                .activation(Activation.IDENTITY)
                                .weightInit(new WeightInitDistribution(new NormalDistribution(0, WORD_DEVIATION)))
                                .l2(0)
                                .build(),
                        WORDS)
                .addVertex("channels", new MergeVertex(), "embedding", SHAPES)
                .addLayer(
                        "convolution",
                        new DenseLayer.Builder()
                                .nIn(a.channels())
                                .nOut(a.places() * a.filters())
                                .activation(Activation.IDENTITY)
                                .build(),
                        "channels")
                .addVertex(
                        "maxima", new WindowMaximumVertex(a.widths(), a.filters(), a.pieces()), "convolution", BOUNDS)
                .addVertex("sentence-features", new MergeVertex(), "maxima", DENSE)
                .addLayer(
                        "sentence",
                        new DenseLayer.Builder()
                                .nIn(a.pooled() + FeatureExtractor.DENSE)
                                .nOut(a.sentence())
                                .dropOut(kept)
                                .build(),
                        "sentence-features");
        List<String> neighbours = new ArrayList<>();
        for (int distance = -a.radius(); distance <= a.radius(); distance++) {
            if (distance == 0) {
                neighbours.add("sentence");
            } else {
                builder.addVertex("neighbour." + distance, new NeighbourVertex(distance), "sentence");
                neighbours.add("neighbour." + distance);
            }
        }
        builder.addVertex("neighbours", new MergeVertex(), neighbours.toArray(String[]::new))
                .addLayer(
                        "context",
                        new DenseLayer.Builder()
                                .nIn(neighbours.size() * a.sentence())
                                .nOut(a.context())
                                .dropOut(kept)
                                .build(),
                        "neighbours")
                .addVertex("sentence-in-context", new MergeVertex(), "sentence", "context")
                .addLayer(
                        "output",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(a.sentence() + a.context())
                                .nOut(labels)
                                .activation(Activation.SOFTMAX)
                                .dropOut(kept)
                                .build(),
                        "sentence-in-context")
                .setOutputs("output");
        return builder;
    }

    /** The weights as arrays by the names of {@link Architecture}. */
    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        weights().forEach((name, array) -> {
            int[] shape = new int[array.rank()];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = (int) array.size(i);
            }
            float[] values = array.dup('c').data().asFloat();
            tensors.put(
                    name,
                    shape.length == 2 && shape[0] == 1 && name.endsWith(".bias")
                            ? Tensor.of(values, shape[1])
                            : new Tensor(shape, values));
        });
        return tensors;
    }

    /** Takes the weights of another network of the same shape. */
    void set(Map<String, Tensor> tensors) {
        weights().forEach((name, array) -> {
            Tensor tensor = tensors.get(name);
            if (tensor == null || tensor.values().length != array.length()) {
                throw new IllegalArgumentException("array " + name + " doesn't fit the network");
            }
            array.assign(Nd4j.createFromArray(tensor.values()).reshape('c', array.shape()));
        });
    }

    /** Takes word vectors: (ids × embedding). */
    void setEmbedding(float[] vectors) {
        INDArray embedding = parameter("embedding", "W");
        embedding.assign(Nd4j.createFromArray(vectors).reshape('c', embedding.shape()));
    }

    /** Views of the parameters in the model file's layout. */
    private Map<String, INDArray> weights() {
        Map<String, INDArray> views = new LinkedHashMap<>();
        views.put("embedding", parameter("embedding", "W"));
        for (String name : List.of("convolution", "sentence", "context", "output")) {
            views.put(name, parameter(name, "W"));
            views.put(name + ".bias", parameter(name, "b"));
        }
        return views;
    }

    private INDArray parameter(String layer, String name) {
        return graph.getLayer(layer).getParam(name);
    }
}
