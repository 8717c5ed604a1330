package io.verbatim.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Who may ask for what. With a token, all but the page and the probes of health need it. Without one, requests must name
 * a loopback host, so that a foreign page can't reach the server under a name of its own (DNS rebinding). Safe for
 * threads.
 */
final class Gate {

    /** What anybody may see. */
    private static final Set<String> PROBES = Set.of("/healthz", "/readyz");

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Optional<Token> token;
    private final boolean anyHost;
    private final Set<String> hosts = new HashSet<>(LOOPBACK);
    private final RateLimit rate;

    Gate(ServerOptions options, RateLimit rate) {
        this.token = options.token();
        this.anyHost = options.anyHost() || token.isPresent();
        this.rate = rate;
        hosts.add(options.host().toLowerCase(Locale.ROOT));
    }

    /** Lets a request in or refuses it. */
    void check(HttpServletRequest request) throws ProblemException {
        String path = request.getRequestURI();
        if (PROBES.contains(path)) {
            return;
        }
        rate.check(request.getRemoteAddr());
        if (!anyHost && !hosts.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            throw Problem.of(
                            HttpStatus.MISDIRECTED_REQUEST_421,
                            "host",
                            "the server answers to localhost and 127.0.0.1 only; start it with a token for others")
                    .exception();
        } else if (!request.getMethod().equals("GET") && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            throw Problem.of(HttpStatus.FORBIDDEN_403, "cross-site", "other sites' pages may not use the server")
                    .exception();
        } else if (token.isPresent() && guarded(path) && !hasToken(request)) {
            throw unauthorized();
        }
    }

    /** Lets a request in that always needs a token. */
    void checkOperator(HttpServletRequest request) throws ProblemException {
        if (token.isEmpty()) {
            throw Problem.of(HttpStatus.FORBIDDEN_403, "no-token", "start the server with a token to reload its model")
                    .exception();
        } else if (!hasToken(request)) {
            throw unauthorized();
        }
    }

    private static boolean guarded(String path) {
        return path.startsWith("/v1/") || path.equals("/metrics");
    }

    private boolean hasToken(HttpServletRequest request) {
        return token.isPresent() && token.get().matches(request.getHeader("Authorization"));
    }

    private static ProblemException unauthorized() {
        return Problem.of(HttpStatus.UNAUTHORIZED_401, "token", "send the server's token as Authorization: Bearer …")
                .exception();
    }
}
