package io.verbatim.training;

import io.verbatim.corpus.InputException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The state of a training between two epochs, so that an interrupted one goes on to the same result.
 *
 * @param fingerprint what the training is: options, tables, versions; another one can't go on from here
 * @param finished the weights of the ensemble's networks that are done
 * @param epoch epochs done of the network at work
 * @param iteration steps done of it
 * @param bestEpoch the epoch of its best dev macro-F1
 * @param bestScore its best dev macro-F1
 * @param arrays its weights, their average, its best weights and the updater's state
 */
record Checkpoint(
        String fingerprint,
        List<INDArray> finished,
        int epoch,
        int iteration,
        int bestEpoch,
        double bestScore,
        List<INDArray> arrays) {

    private static final int MAGIC = 0x56434b31;

    /** Writes it beside and moves it into place. */
    void write(Path path) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + ".tmp");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
            out.writeInt(MAGIC);
            out.writeUTF(fingerprint);
            out.writeInt(epoch);
            out.writeInt(iteration);
            out.writeInt(bestEpoch);
            out.writeDouble(bestScore);
            write(finished, out);
            write(arrays, out);
        }
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads one.
     *
     * @throws InputException if it is none, or damaged
     * @throws IOException if it can't be read
     */
    static Checkpoint read(Path path) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            if (in.readInt() != MAGIC) {
                throw new InputException(path + ": not a checkpoint of this version; delete it to train anew");
            }
            String fingerprint = in.readUTF();
            int epoch = in.readInt();
            int iteration = in.readInt();
            int bestEpoch = in.readInt();
            double bestScore = in.readDouble();
            List<INDArray> finished = readAll(in);
            return new Checkpoint(fingerprint, finished, epoch, iteration, bestEpoch, bestScore, readAll(in));
        } catch (EOFException e) {
            throw new InputException(path + ": a checkpoint that is not whole; delete it to train anew", e);
        }
    }

    private static void write(List<INDArray> arrays, DataOutputStream out) throws IOException {
        out.writeInt(arrays.size());
        for (INDArray array : arrays) {
            Nd4j.write(array, out);
        }
    }

    private static List<INDArray> readAll(DataInputStream in) throws IOException {
        List<INDArray> arrays = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            arrays.add(Nd4j.read(in));
        }
        return arrays;
    }
}
