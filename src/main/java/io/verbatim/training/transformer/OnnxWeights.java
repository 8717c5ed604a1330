package io.verbatim.training.transformer;

import io.verbatim.corpus.InputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onnx.Onnx;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;

/**
 * The arrays of a BERT that was exported to ONNX from PyTorch, by their names there; a matrix that the export left without
 * a name is named after the node that multiplies by it.
 */
final class OnnxWeights {

    private final Path file;
    private final Map<String, float[]> arrays = new HashMap<>();

    private OnnxWeights(Path file) {
        this.file = file;
    }

    /**
     * Reads the arrays.
     *
     * @throws InputException if the file is no such model
     */
    static OnnxWeights read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": a folder; give the .onnx file of a BERT");
        }
        OnnxWeights weights = new OnnxWeights(file);
        Onnx.GraphProto graph;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            graph = Onnx.ModelProto.parseFrom(in).getGraph();
        } catch (InvalidProtocolBufferException e) {
            throw new InputException(
                    file + ": no ONNX model (" + e.getMessage() + "); give the .onnx file of a BERT", e);
        }
        for (Onnx.TensorProto tensor : graph.getInitializerList()) {
            if (tensor.getDataType() == Onnx.TensorProto.DataType.FLOAT_VALUE) {
                weights.arrays.put(tensor.getName(), values(tensor));
            }
        }
        for (Onnx.NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("MatMul")
                    && node.getInputCount() == 2
                    && weights.arrays.containsKey(node.getInput(1))) {
                String name = node.getName().replaceFirst("^/", "").replaceFirst("/MatMul$", "");
                weights.arrays.put(name.replace('/', '.') + ".weight", weights.arrays.get(node.getInput(1)));
            }
        }
        return weights;
    }

    private static float[] values(Onnx.TensorProto tensor) {
        FloatBuffer buffer = tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        if (values.length == 0) {
            List<Float> list = tensor.getFloatDataList();
            values = new float[list.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = list.get(i);
            }
        }
        return values;
    }

    boolean has(String name) {
        return arrays.containsKey(name);
    }

    /** An array of this length. */
    float[] get(String name, int length) throws InputException {
        float[] values = arrays.get(name);
        if (values == null || values.length != length) {
            throw new InputException(file + ": " + (values == null ? "no array " : "an unexpected length of the array ")
                    + name + "; give the .onnx file of a BERT as exported from PyTorch");
        }
        return values.clone();
    }

    /** The length of an array. */
    int length(String name) throws InputException {
        float[] values = arrays.get(name);
        if (values == null) {
            throw new InputException(
                    file + ": no array " + name + "; give the .onnx file of a BERT as exported from PyTorch");
        }
        return values.length;
    }
}
