package io.verbatim.server;

import com.fasterxml.jackson.jr.ob.JSON;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;

/** The server's routes, and how each kind of failure is answered. Safe for threads. */
final class Routes {

    private static final String JSON_TYPE = "application/json";
    private static final String TEXT_TYPE = "text/plain; charset=utf-8";
    private static final String LABEL = "/v1/label";
    private static final String EXPLAIN = "/v1/explain";
    private static final String MODEL = "/v1/model";
    private static final String RELOAD = "/v1/reload";
    private static final String HEALTH = "/healthz";
    private static final String READY = "/readyz";
    private static final String METRICS = "/metrics";

    private final Gate gate;
    private final CurrentModel model;
    private final LabelEndpoint label;
    private final ExplainEndpoint explain;
    private final Reloading reloading;
    private final Metrics metrics;
    private final Notices notices;
    private final Set<String> paths = new HashSet<>(List.of(LABEL, EXPLAIN, MODEL, RELOAD, HEALTH, READY, METRICS));
    private volatile boolean stopping;

    Routes(
            Gate gate,
            CurrentModel model,
            LabelEndpoint label,
            ExplainEndpoint explain,
            Reloading reloading,
            Metrics metrics,
            Notices notices) {
        this.gate = gate;
        this.model = model;
        this.label = label;
        this.explain = explain;
        this.reloading = reloading;
        this.metrics = metrics;
        this.notices = notices;
        paths.addAll(Pages.paths());
    }

    void addTo(RoutesConfig routes) {
        routes.before(context -> {
            Headers.SECURITY.forEach(context::header);
            gate.check(context.req());
        });
        routes.post(LABEL, label::handle);
        routes.post(EXPLAIN, explain::handle);
        routes.get(MODEL, this::model);
        routes.post(RELOAD, this::reload);
        routes.get(HEALTH, context -> context.contentType(TEXT_TYPE).result("ok\n"));
        routes.get(READY, this::ready);
        routes.get(METRICS, context -> context.contentType(Metrics.MEDIA_TYPE).result(metrics.toText()));
        Pages.addTo(routes);
        routes.exception(ProblemException.class, (e, context) -> answer(context, e.problem()));
        routes.exception(HttpResponseException.class, Routes::noRoute);
        routes.exception(HttpException.RuntimeException.class, (e, context) -> badMessage(context));
        routes.exception(IOException.class, (e, context) -> cutOff(context));
        routes.exception(Exception.class, this::unexpected);
    }

    /** From now on the server is not ready. */
    void stopping() {
        stopping = true;
    }

    /** Counts an answer. */
    void answered(Context context, float millis) {
        String path = paths.contains(context.path()) ? context.path() : Metrics.OTHER;
        metrics.answered(path, context.res().getStatus());
        metrics.took(path, millis / 1000);
    }

    /** Answers an error of the virtual machine's. */
    void unexpected(HttpServletResponse response, Error error) {
        notices.failure(error);
        response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR_500);
        response.setContentType(Problem.MEDIA_TYPE);
        try {
            response.getOutputStream().write(Problem.internal().toJson());
        } catch (IOException e) {
            notices.failure(e);
        }
    }

    private void model(Context context) throws IOException, ProblemException {
        context.contentType(JSON_TYPE).result(JSON.std.asBytes(model.ready().manifest()));
    }

    private void ready(Context context) throws ProblemException {
        model.ready();
        if (stopping) {
            throw Problem.busy("stopping", "the server stops").exception();
        }
        context.contentType(TEXT_TYPE).result("ready\n");
    }

    private void reload(Context context) throws IOException, ProblemException {
        gate.checkOperator(context.req());
        try {
            Map<String, Object> manifest = reloading.reload().manifest();
            context.contentType(JSON_TYPE).result(JSON.std.asBytes(manifest));
        } catch (IOException e) {
            throw Problem.of(
                            HttpStatus.CONFLICT_409,
                            "model",
                            "the new model can't be used, the old one goes on; the operator was told why")
                    .exception();
        }
    }

    private void answer(Context context, Problem problem) {
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE_503
                || problem.status() == HttpStatus.TOO_MANY_REQUESTS_429) {
            metrics.rejected(problem.code());
        }
        write(context, problem);
    }

    private static void write(Context context, Problem problem) {
        if (context.res().isCommitted()) {
            SlowClients.of(context.req()).close();
            return;
        }
        problem.retryAfter().ifPresent(seconds -> context.header("Retry-After", String.valueOf(seconds)));
        if (problem.status() == HttpStatus.UNAUTHORIZED_401) {
            context.header("WWW-Authenticate", "Bearer");
        } else if (problem.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE_415) {
            context.header("Accept-Post", MediaType.ALL);
        }
        context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.toJson());
    }

    private static void noRoute(HttpResponseException e, Context context) {
        if (e.getStatus() == HttpStatus.METHOD_NOT_ALLOWED_405) {
            String allowed = e.getDetails().getOrDefault("availableMethods", "GET");
            context.header("Allow", allowed);
            write(context, Problem.of(e.getStatus(), "method", "this path takes " + allowed));
        } else if (e.getStatus() == HttpStatus.NOT_FOUND_404) {
            write(context, Problem.of(e.getStatus(), "not-found", "no such path; see /openapi.yaml"));
        } else {
            write(context, Problem.of(HttpStatus.BAD_REQUEST_400, "bad-request", "the request can't be understood"));
        }
    }

    private static void badMessage(Context context) {
        write(context, Problem.of(HttpStatus.BAD_REQUEST_400, "bad-request", "the body or the query is malformed"));
    }

    /** A body that ended early, or an answer nobody reads. */
    private static void cutOff(Context context) {
        write(context, Problem.of(HttpStatus.BAD_REQUEST_400, "cut-off", "the body ended early"));
    }

    private void unexpected(Exception e, Context context) {
        notices.failure(e);
        write(context, Problem.internal());
    }
}
