package io.verbatim.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.http.HttpStatus;

/** Reads the whole body of a request, of a known type and within a bound. Safe for threads. */
final class RequestBody {

    private static final int DRAINED = 1 << 24;
    private static final int DRAIN_BUFFER = 1 << 13;

    private final int maxBody;

    /**
     * A reader.
     *
     * @param maxBody bytes of the longest body
     */
    RequestBody(int maxBody) {
        this.maxBody = maxBody;
    }

    /** The type that the request gives its body. */
    static MediaType type(HttpServletRequest request) throws ProblemException {
        // Not getContentType(): it throws where the header names a charset that can't be one.
        MediaType type = MediaType.of(request.getHeader("Content-Type"))
                .orElseThrow(() -> Problem.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                                "media-type",
                                "send one of " + MediaType.ALL + ", in UTF-8")
                        .exception());
        if (request.getHeader("Content-Encoding") != null) {
            throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "encoding", "send the body uncompressed")
                    .exception();
        }
        return type;
    }

    /** The body's text. */
    String read(HttpServletRequest request) throws IOException, ProblemException {
        InputStream in = request.getInputStream();
        byte[] bytes = request.getContentLengthLong() > maxBody ? new byte[0] : in.readNBytes(maxBody + 1);
        if (request.getContentLengthLong() > maxBody || bytes.length > maxBody) {
            if (request.getHeader("Expect") == null) {
                drain(in);
            }
            throw Problem.of(
                            HttpStatus.PAYLOAD_TOO_LARGE_413,
                            "too-large",
                            "the body has more than " + maxBody + " bytes; split it, or send a stream")
                    .exception();
        }
        return Utf8.decode(bytes)
                .orElseThrow(() -> Problem.of(HttpStatus.BAD_REQUEST_400, "not-utf-8", "the body is not UTF-8")
                        .exception());
    }

    /** Reads on for a while: a client that still writes would not see the answer. */
    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[DRAIN_BUFFER];
        int drained = 0;
        for (int read = in.read(buffer); read >= 0 && drained < DRAINED; read = in.read(buffer)) {
            drained += read;
        }
    }
}
