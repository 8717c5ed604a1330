package io.verbatim.cli;

import io.verbatim.QuoteClassifier;
import io.verbatim.corpus.InputException;
import io.verbatim.server.LabelServer;
import io.verbatim.server.ModelSource;
import io.verbatim.server.ServerOptions;
import io.verbatim.server.Token;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verbatim serve}: labels articles over HTTP and shows a page. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Labels articles over HTTP, and shows a page where one can paste them.",
            "POST /v1/label takes text/plain, application/json and application/x-ndjson; /openapi.yaml says more.",
            "SIGHUP loads the model anew, SIGTERM finishes what was begun and stops."
        })
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", paramLabel = "FILE", description = "Model file; the bundled one by default.")
    private @Nullable Path model;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Where to listen. Default: 127.0.0.1.")
    private String host = ServerOptions.defaults().host();

    @Option(names = "--port", paramLabel = "N", description = "Port, 0 for any free one. Default: 8080.")
    private int port = ServerOptions.defaults().port();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds the token that clients must send; needed with a --host other than loopback.")
    private @Nullable Path tokenFile;

    @Option(names = "--no-auth", description = "No token even with a --host other than loopback: anybody may label.")
    private boolean noAuth;

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            description = "Largest body, or line of a stream. Default: 1 MiB.")
    private int maxBody = ServerOptions.defaults().maxBody();

    @Option(names = "--threads", paramLabel = "N", description = "Articles labelled at once. Default: one a processor.")
    private int threads = ServerOptions.defaults().threads();

    @Option(names = "--queue", paramLabel = "N", description = "Requests that may wait; 503 beyond. Default: 128.")
    private int queue = ServerOptions.defaults().queue();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests a second that one client address may make; 429 beyond. Default: 0, any number.")
    private double rate;

    @Option(names = "--quiet", description = "Nothing but errors.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerOptions options = options();
        PrintWriter err = spec.commandLine().getErr();
        LabelServer server = LabelServer.start(options, source(), line -> say(err, line));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        // Where there is no such signal, the call to /v1/reload remains.
        HangUp.run(() -> reload(server));
        say(err, "listening on http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/");
        server.await();
        return 0;
    }

    private ModelSource source() {
        return model == null ? QuoteClassifier::bundled : ModelSource.file(model);
    }

    private ServerOptions options() throws IOException {
        ServerOptions options;
        try {
            options = ServerOptions.defaults().listeningAt(host, port).limitedTo(maxBody, threads, queue, rate);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "Invalid option: " + e.getMessage(), e);
        }
        if (tokenFile != null && noAuth) {
            throw new ParameterException(spec.commandLine(), "--token-file and --no-auth exclude each other");
        } else if (tokenFile != null) {
            return options.guardedBy(token(tokenFile));
        } else if (loopback()) {
            return options;
        } else if (!noAuth) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--host " + host + " is reachable from other machines: give a --token-file, or --no-auth to let"
                            + " anybody in");
        }
        spec.commandLine()
                .getErr()
                .println("verbatim: warning: --no-auth: anybody who reaches " + host + " may use this server");
        return options.unguarded();
    }

    private boolean loopback() throws InputException {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new InputException("--host " + host + ": no such host; give an address of this machine", e);
        }
    }

    private static Token token(Path file) throws IOException {
        String secret = Files.readString(file, StandardCharsets.UTF_8).strip();
        try {
            return Token.of(secret);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    file + ": " + e.getMessage() + "; make one with openssl rand -hex 32 > " + file, e);
        }
    }

    private static void reload(LabelServer server) {
        try {
            server.reload();
        } catch (IOException e) {
            // The server has said why and goes on with the old model.
            return;
        }
    }

    private void say(PrintWriter err, String line) {
        if (!quiet || line.startsWith("internal error")) {
            err.println("verbatim: " + line);
            err.flush();
        }
    }
}
