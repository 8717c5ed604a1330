package io.verbatim.training;

import io.verbatim.corpus.InputException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The state of a training between two epochs, so that an interrupted one goes on to the same result. Its file ends with
 * the SHA-256 of all before: a damaged one is refused rather than trained on to something else.
 *
 * @param fingerprint what the training is: options, tables, versions; another one can't go on from here
 * @param finished the weights of the ensemble's networks that are done
 * @param epoch epochs done of the network at work
 * @param iteration steps done of it
 * @param bestEpoch the epoch of its best dev macro-F1
 * @param bestScore its best dev macro-F1
 * @param arrays its weights, their average, its best weights and the updater's state
 */
public record Checkpoint(
        String fingerprint,
        List<INDArray> finished,
        int epoch,
        int iteration,
        int bestEpoch,
        double bestScore,
        List<INDArray> arrays) {

    private static final int MAGIC = 0x56434b32;
    private static final int HASH_BYTES = 32;

    /**
     * Writes it beside and moves it into place, so that the one before stays whole until then.
     *
     * @throws InputException if the disk is full or the folder closed
     */
    public void write(Path path) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + ".tmp");
        try {
            try (FileChannel file = FileChannel.open(
                            beside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING);
                    DigestOutputStream digest = new DigestOutputStream(
                            new BufferedOutputStream(Channels.newOutputStream(file)), Versions.sha256());
                    DataOutputStream out = new DataOutputStream(digest)) {
                write(out);
                out.write(digest.getMessageDigest().digest());
                out.flush();
                file.force(true);
            }
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw new InputException(
                    path + ": can't be written (" + e.getMessage()
                            + "); make room, then give the same command again to go on",
                    e);
        }
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeUTF(fingerprint);
        out.writeInt(epoch);
        out.writeInt(iteration);
        out.writeInt(bestEpoch);
        out.writeDouble(bestScore);
        write(finished, out);
        write(arrays, out);
    }

    /**
     * Reads one.
     *
     * @throws InputException if it is none, or damaged
     * @throws IOException if it can't be read
     */
    public static Checkpoint read(Path path) throws IOException {
        byte[] file = Files.readAllBytes(path);
        int size = file.length - HASH_BYTES;
        if (size < Integer.BYTES || ByteBuffer.wrap(file).getInt() != MAGIC) {
            throw new InputException(path + ": not a checkpoint of this version; delete it to train anew");
        }
        MessageDigest digest = Versions.sha256();
        digest.update(file, 0, size);
        if (!Arrays.equals(digest.digest(), 0, HASH_BYTES, file, size, file.length)) {
            throw new InputException(path + ": a checkpoint that is damaged or not whole; delete it to train anew");
        }
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(file, Integer.BYTES, size - Integer.BYTES))) {
            String fingerprint = in.readUTF();
            int epoch = in.readInt();
            int iteration = in.readInt();
            int bestEpoch = in.readInt();
            double bestScore = in.readDouble();
            List<INDArray> finished = readAll(in);
            return new Checkpoint(fingerprint, finished, epoch, iteration, bestEpoch, bestScore, readAll(in));
        }
    }

    private static void write(List<INDArray> arrays, DataOutputStream out) throws IOException {
        out.writeInt(arrays.size());
        for (INDArray array : arrays) {
            float[] values = array.dup('c').data().asFloat();
            long[] shape = array.shape();
            out.writeInt(shape.length);
            for (long dimension : shape) {
                out.writeLong(dimension);
            }
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
            bytes.asFloatBuffer().put(values);
            out.write(bytes.array());
        }
    }

    private static List<INDArray> readAll(DataInputStream in) throws IOException {
        List<INDArray> arrays = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            long[] shape = new long[in.readInt()];
            long size = 1;
            for (int dimension = 0; dimension < shape.length; dimension++) {
                shape[dimension] = in.readLong();
                size *= shape[dimension];
            }
            float[] values = new float[(int) size];
            ByteBuffer.wrap(in.readNBytes(Float.BYTES * values.length))
                    .asFloatBuffer()
                    .get(values);
            arrays.add(Nd4j.create(values, shape, 'c'));
        }
        return arrays;
    }
}
