package io.verbatim.training.transformer;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import onnx.Onnx;
import org.nd4j.shade.protobuf.ByteString;

/** The files of a BERT of one small layer with weights by chance, as PyTorch exports it: matrices without names. */
public final class TinyBert {

    private static final int DIMENSIONS = 32;
    private static final int WIDE = 64;
    private static final int PLACES = 128;
    private static final List<String> PIECES = List.of(
            "[PAD]",
            "[UNK]",
            "[CLS]",
            "[SEP]",
            "[unused1]",
            "\u201C",
            "\u201D",
            "\"",
            "said",
            "that",
            "the",
            "told",
            ".");

    private TinyBert() {}

    /** Writes its tokenizer. */
    public static Path tokenizer(Path file) throws IOException {
        Map<String, Integer> ids = new LinkedHashMap<>();
        PIECES.forEach(piece -> ids.put(piece, ids.size()));
        Files.writeString(file, JSON.std.asString(Map.of("model", Map.of("vocab", ids))));
        return file;
    }

    /** Writes its weights. */
    public static Path onnx(Path file) throws IOException {
        Random random = new Random(1);
        Onnx.GraphProto.Builder graph = Onnx.GraphProto.newBuilder();
        add(graph, random, "embeddings.word_embeddings.weight", PIECES.size(), DIMENSIONS);
        add(graph, random, "embeddings.position_embeddings.weight", PLACES, DIMENSIONS);
        add(graph, random, "embeddings.token_type_embeddings.weight", 2, DIMENSIONS);
        norm(graph, random, "embeddings.LayerNorm");
        String layer = "encoder.layer.0.";
        for (String name : List.of("query", "key", "value")) {
            linear(graph, random, layer + "attention.self." + name, DIMENSIONS, DIMENSIONS);
        }
        linear(graph, random, layer + "attention.output.dense", DIMENSIONS, DIMENSIONS);
        norm(graph, random, layer + "attention.output.LayerNorm");
        linear(graph, random, layer + "intermediate.dense", DIMENSIONS, WIDE);
        linear(graph, random, layer + "output.dense", WIDE, DIMENSIONS);
        norm(graph, random, layer + "output.LayerNorm");
        Files.write(file, Onnx.ModelProto.newBuilder().setGraph(graph).build().toByteArray());
        return file;
    }

    private static void norm(Onnx.GraphProto.Builder graph, Random random, String name) {
        add(graph, random, name + ".weight", DIMENSIONS);
        add(graph, random, name + ".bias", DIMENSIONS);
    }

    private static void linear(Onnx.GraphProto.Builder graph, Random random, String name, int inputs, int outputs) {
        String matrix = "onnx::MatMul_" + graph.getInitializerCount();
        add(graph, random, matrix, inputs, outputs);
        add(graph, random, name + ".bias", outputs);
        graph.addNode(Onnx.NodeProto.newBuilder()
                .setOpType("MatMul")
                .setName("/" + name.replace('.', '/').replace("layer/0", "layer.0") + "/MatMul")
                .addInput("x")
                .addInput(matrix));
    }

    private static void add(Onnx.GraphProto.Builder graph, Random random, String name, int... shape) {
        Onnx.TensorProto.Builder tensor =
                Onnx.TensorProto.newBuilder().setName(name).setDataType(Onnx.TensorProto.DataType.FLOAT_VALUE);
        int length = 1;
        for (int dimension : shape) {
            tensor.addDims(dimension);
            length *= dimension;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < length; i++) {
            // Of a norm's scales the mean is 1.
            double mean = name.endsWith("LayerNorm.weight") ? 1 : 0;
            bytes.putFloat((float) (mean + random.nextGaussian() / Math.sqrt(DIMENSIONS)));
        }
        graph.addInitializer(tensor.setRawData(ByteString.copyFrom(bytes.array())));
    }
}
