package io.verbatim.spark;

import io.verbatim.QuoteClassifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * A model on its way to the executors. Broadcast, an executor fetches its bytes once; the first task that asks makes the
 * classifier, which all tasks of the executor share. Safe for threads.
 */
final class SharedModel implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String BUNDLED = "/io/verbatim/news.verbatim";

    private final String name;
    private final byte[] bytes;
    private final double abstainBelow;
    private transient volatile @Nullable QuoteClassifier classifier;

    private SharedModel(String name, byte[] bytes, double abstainBelow) {
        this.name = name;
        this.bytes = bytes;
        this.abstainBelow = abstainBelow;
    }

    /** The model that comes with Verbatim. */
    static SharedModel bundled() {
        try (InputStream in = SharedModel.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no model " + BUNDLED);
            }
            return new SharedModel(BUNDLED, in.readAllBytes(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled model", e);
        }
    }

    /** The model of a file, which is tried at once so that a broken one fails before any task. */
    static SharedModel load(SparkSession spark, String file) throws IOException {
        Path path = new Path(file);
        try (InputStream in =
                path.getFileSystem(spark.sessionState().newHadoopConf()).open(path)) {
            SharedModel model = new SharedModel(file, in.readAllBytes(), 0);
            model.classifier = model.read();
            return model;
        }
    }

    SharedModel abstainingBelow(double probability) {
        return new SharedModel(name, bytes, probability);
    }

    /** The SHA-256 of the model's bytes in hexadecimal. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    QuoteClassifier classifier() {
        QuoteClassifier made = classifier;
        if (made == null) {
            synchronized (this) {
                made = classifier;
                if (made == null) {
                    try {
                        made = read();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    classifier = made;
                }
            }
        }
        return made;
    }

    private QuoteClassifier read() throws IOException {
        return QuoteClassifier.load(name, new ByteArrayInputStream(bytes)).abstainingBelow(abstainBelow);
    }
}
