package io.verbatim.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A secret that clients send as bearer token. Keeps its hash only, and compares in constant time. Immutable. */
public final class Token {

    /** The fewest characters of a token. */
    public static final int SHORTEST = 16;

    private static final String SCHEME = "Bearer ";

    private final byte[] hash;

    private Token(byte[] hash) {
        this.hash = hash;
    }

    /**
     * The token of a secret.
     *
     * @throws IllegalArgumentException if it is shorter than {@link #SHORTEST} or holds other than printable ASCII
     */
    public static Token of(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("a token of fewer than " + SHORTEST + " characters");
        } else if (!secret.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("a token with white space or other than ASCII characters");
        }
        return new Token(sha256(secret));
    }

    /** Whether an Authorization header holds this token. */
    boolean matches(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        return MessageDigest.isEqual(
                hash, sha256(authorization.substring(SCHEME.length()).trim()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
