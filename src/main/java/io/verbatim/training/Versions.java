package io.verbatim.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** What software and files a model was trained with. */
public final class Versions {

    private Versions() {}

    /** Versions of Verbatim, Java and DL4J, and the processor's architecture, as they stand in a manifest. */
    public static Map<String, Object> current() {
        Map<String, Object> versions = new TreeMap<>();
        versions.put("verbatim", of(Versions.class));
        versions.put("deeplearning4j", of(ComputationGraph.class));
        versions.put("java", Runtime.version().toString());
        versions.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }

    /** A file as it stands in a manifest: its name and its SHA-256, in this order, so that the same manifest has the same bytes. */
    public static Map<String, Object> describe(Path file) throws IOException {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", String.valueOf(file.getFileName()));
        description.put("sha256", sha256(file));
        return description;
    }

    /** The SHA-256 of a file in hexadecimal. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of a text in hexadecimal. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String of(Class<?> type) {
        String version = type.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
