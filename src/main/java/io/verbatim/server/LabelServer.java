package io.verbatim.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * A running server that labels articles over HTTP; {@code /openapi.yaml} describes what it answers. Safe for threads.
 *
 * <p>Closing it finishes the requests it has begun, for at most as long as a request may take.
 */
public final class LabelServer implements AutoCloseable {

    private static final int CONNECTIONS = 1024;
    private static final int LEAST_THREADS = 8;
    private static final int SPARE_THREADS = 32;

    private final ServerOptions options;
    private final Metrics metrics;
    private final Admission admission;
    private final SlowClients slowClients;
    private final Notices notices;
    private final Reloading reloading;
    private final Routes routes;
    private final Javalin javalin;
    private volatile int port;

    private LabelServer(ServerOptions options, ModelSource source, Consumer<String> lines) {
        this.options = options;
        this.notices = new Notices(lines);
        this.admission = new Admission(options.threads(), options.queue(), options.deadline());
        this.metrics = new Metrics(admission::waiting, this::connections);
        this.slowClients = new SlowClients(options.deadline(), metrics::cutOff);
        CurrentModel model = new CurrentModel(source);
        this.reloading = new Reloading(model, metrics, notices);
        LabelEndpoint label = new LabelEndpoint(model, admission, new Labelling(metrics, notices), options.maxBody());
        ExplainEndpoint explain = new ExplainEndpoint(model, admission, options.maxBody());
        Gate gate = new Gate(options, new RateLimit(options.rate(), System::nanoTime));
        this.routes = new Routes(gate, model, label, explain, reloading, metrics, notices);
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts a server, ready when this returns.
     *
     * @param notices told of the server's doings, a line at a time; never of what is in an article
     * @throws IOException if the model can't be loaded or the address can't be listened at
     */
    public static LabelServer start(ServerOptions options, ModelSource model, Consumer<String> notices)
            throws IOException {
        LabelServer server = new LabelServer(options, model, notices);
        CompletableFuture<Void> loaded = CompletableFuture.runAsync(server::load);
        try {
            server.javalin.start();
            server.port = server.javalin.port();
        } catch (JavalinBindException e) {
            throw new IOException(
                    options.host() + ":" + options.port() + ": can't listen there; choose another --port or --host", e);
        }
        try {
            loaded.join();
        } catch (CompletionException e) {
            server.close();
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e;
        }
        return server;
    }

    /** The port it listens at. */
    public int port() {
        return port;
    }

    /**
     * Loads the model anew; the old one serves until the new one has proven itself, and on where it has not.
     *
     * @throws IOException if the new one can't be used
     */
    public void reload() throws IOException {
        reloading.reload();
    }

    /** Waits until the server is closed. */
    public void await() throws InterruptedException {
        javalin.jettyServer().server().join();
    }

    @Override
    public void close() {
        routes.stopping();
        try {
            javalin.stop();
        } catch (JavalinException e) {
            notices.line("stopped; requests that took too long were cut off");
        }
    }

    private void load() {
        try {
            reloading.reload();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int connections() {
        return slowClients.connections();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.javaLangErrorHandler(routes::unexpected);
        config.requestLogger.http(routes::answered);
        config.jetty.threadPool = new QueuedThreadPool(
                options.threads() + options.queue() + LabelEndpoint.STREAMS + SPARE_THREADS, LEAST_THREADS);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.DEFAULT);
            http.setSendServerVersion(false);
            // Direct buffers cost too much to be made for every request.
            http.setUseInputDirectByteBuffers(false);
            http.setUseOutputDirectByteBuffers(false);
        });
        config.jetty.addConnector(this::connector);
        // Else a target like "?x" would be answered by a redirection to another host, "//?x".
        config.jetty.modifyServletContextHandler(handler -> handler.setAllowNullPathInContext(true));
        config.jetty.modifyServer(this::modify);
        routes.addTo(config.routes);
    }

    /**
     * Each buffer is made for one connection and never used for another: one that goes back to a pool while someone still
     * reads or writes it would show a client what another one sent. Fuzzing once saw an answer that nothing else explains.
     */
    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(
                server, null, null, new ByteBufferPool.NonPooling(), -1, -1, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.deadline().toMillis());
        connector.addBean(slowClients);
        connector.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        return connector;
    }

    /** Requests pass the watch on slow clients, the count for a graceful stop, then the buffer of their body. */
    private void modify(Server server) {
        server.setStopTimeout(options.deadline().toMillis());
        server.setErrorHandler(new ProtocolErrors(metrics, notices));
        server.insertHandler(new EagerContentHandler(
                new EagerContentHandler.RetainedContentLoaderFactory(options.maxBody() + 1L, 0, false),
                new Unbuffered(MediaType.STREAM),
                new Unbuffered(MediaType.STREAM_OF_LINES)));
        server.insertHandler(new GracefulHandler());
        server.insertHandler(slowClients);
    }

    /** Streams are not buffered: they may have no end. */
    private record Unbuffered(MediaType type) implements EagerContentHandler.ContentLoaderFactory {
        @Override
        public String getApplicableMimeType() {
            return type.toString();
        }

        @Override
        public EagerContentHandler.@Nullable ContentLoader newContentLoader(
                String contentType,
                String mimeType,
                Handler handler,
                Request request,
                Response response,
                Callback callback) {
            return null;
        }
    }
}
