package io.verbatim.server;

import java.io.EOFException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what is refused before it reaches a route, such as requests that are no HTTP, with a problem. */
final class ProtocolErrors extends ErrorHandler {

    private final Metrics metrics;
    private final Notices notices;

    ProtocolErrors(Metrics metrics, Notices notices) {
        this.metrics = metrics;
        this.notices = notices;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Problem problem = problem(request, response.getStatus());
        metrics.answered(Metrics.OTHER, problem.status());
        response.setStatus(problem.status());
        Headers.SECURITY.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (problem.retryAfter().isPresent()) {
            response.getHeaders()
                    .put(HttpHeader.RETRY_AFTER, problem.retryAfter().getAsInt());
        }
        response.write(true, ByteBuffer.wrap(problem.toJson()), callback);
        return true;
    }

    private Problem problem(Request request, int status) {
        Throwable cause = (Throwable) request.getAttribute(ERROR_EXCEPTION);
        int code = cause instanceof HttpException http ? http.getCode() : status;
        if (cause instanceof EOFException) {
            // The connection was closed meanwhile, by the client or at its deadline: nobody reads this.
            return Problem.of(HttpStatus.BAD_REQUEST_400, "cut-off", "the connection was closed before the answer");
        } else if (code == HttpStatus.SERVICE_UNAVAILABLE_503) {
            return Problem.busy("stopping", "the server stops; try again");
        } else if (code == HttpStatus.NOT_IMPLEMENTED_501 || code == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505) {
            return Problem.of(HttpStatus.BAD_REQUEST_400, "bad-request", "the server speaks HTTP/1.0 and HTTP/1.1");
        } else if (code < HttpStatus.BAD_REQUEST_400 || code >= HttpStatus.INTERNAL_SERVER_ERROR_500) {
            if (cause != null) {
                notices.failure(cause);
            }
            return Problem.internal();
        }
        return Problem.of(code, "bad-request", "the request can't be understood, or its head is too large");
    }
}
