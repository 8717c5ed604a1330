package io.verbatim.training.transformer;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Products of row-major matrices by ND4J's BLAS. */
final class Matrices {

    private static final ThreadLocal<Room> ROOM = ThreadLocal.withInitial(Room::new);

    private Matrices() {}

    /** A matrix in a product, transposed or not. */
    @SuppressWarnings("ArrayRecordComponent") // a value between two steps, never compared
    record Factor(float[] values, boolean transposed) {}

    static Factor of(float[] values) {
        return new Factor(values, false);
    }

    static Factor transposed(float[] values) {
        return new Factor(values, true);
    }

    /** The product of two matrices: (rows × inner) times (inner × columns), both after transposing. */
    static float[] multiply(Factor a, Factor b, int rows, int inner, int columns) {
        float[] product = new float[rows * columns];
        Room room = ROOM.get();
        // What BLAS reads by columns is the transposed matrix: (a b)' = b' a'.
        INDArray left = room.left.take(b, columns, inner);
        INDArray right = room.right.take(a, inner, rows);
        INDArray result = room.result.array(product.length, columns, rows);
        Nd4j.gemm(left, right, result, b.transposed(), a.transposed(), 1, 0);
        room.result.floats().get(product);
        return product;
    }

    /** Native memory for the matrices of one product after another. */
    private static final class Room {
        private final Space left = new Space();
        private final Space right = new Space();
        private final Space result = new Space();
    }

    /** Native memory that grows to the largest matrix that it held: what is made anew each time is zeroed each time. */
    private static final class Space {
        private DataBuffer buffer = Nd4j.createBuffer(DataType.FLOAT, 1, false);

        INDArray take(Factor factor, int rows, int columns) {
            INDArray array = factor.transposed()
                    ? array(factor.values.length, columns, rows)
                    : array(factor.values.length, rows, columns);
            floats().put(factor.values);
            return array;
        }

        INDArray array(int length, int rows, int columns) {
            if (buffer.length() < length) {
                buffer.close();
                buffer = Nd4j.createBuffer(DataType.FLOAT, length, false);
            }
            return Nd4j.create(buffer, new long[] {rows, columns}, new long[] {1, rows}, 0, 'f');
        }

        FloatBuffer floats() {
            return buffer.pointer()
                    .asByteBuffer()
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
    }

    static void add(float[] sum, float[] other) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
    }

    /** e to the power of x to 7 digits, several times faster than {@link Math#exp}. */
    static float exp(float x) {
        float power = Math.max(-126, x * 1.44269504f);
        int whole = (int) power - (power < 0 ? 1 : 0);
        float rest = power - whole;
        float fraction = 1
                + rest
                        * (0.69314718f
                                + rest
                                        * (0.24022651f
                                                + rest
                                                        * (0.05550411f
                                                                + rest
                                                                        * (0.00961813f
                                                                                + rest
                                                                                        * (0.00133336f
                                                                                                + rest
                                                                                                        * 0.00015403f)))));
        return Float.intBitsToFloat((whole + 127) << 23) * fraction;
    }
}
