package io.verbatim.server;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Why a request was refused, as its client is told (RFC 9457). Immutable; names no path and holds nothing of the body.
 *
 * @param status the HTTP status
 * @param code the reason in a word, for programs
 * @param detail what is wrong and what to do, for people
 * @param retryAfter seconds after which to try again
 */
record Problem(int status, String code, String detail, OptionalInt retryAfter) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, OptionalInt.empty());
    }

    static Problem busy(String code, String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE_503, code, detail, OptionalInt.of(1));
    }

    static Problem internal() {
        return of(HttpStatus.INTERNAL_SERVER_ERROR_500, "internal", "the server failed; its operator was told");
    }

    /** The problem as an exception. */
    ProblemException exception() {
        return new ProblemException(this);
    }

    byte[] toJson() {
        try {
            String title = HttpStatus.getMessage(status);
            return JSON.std
                    .composeBytes()
                    .startObject()
                    .put("type", "about:blank")
                    .put("title", title == null ? "Error" : title)
                    .put("status", status)
                    .put("detail", detail)
                    .put("code", code)
                    .end()
                    .finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
