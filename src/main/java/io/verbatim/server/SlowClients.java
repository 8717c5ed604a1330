package io.verbatim.server;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes the connection of a client that takes too long to send a request's head, its body or to read its answer. An
 * idle timeout alone would not: each byte restarts it. Safe for threads.
 */
final class SlowClients extends Handler.Wrapper implements Connection.Listener {

    private static final String CLIENT = SlowClients.class.getName();
    private static final long LONGEST_PERIOD_MILLIS = 1000;

    private final long deadlineNanos;
    private final long periodMillis;
    private final Map<Connection, Client> clients = new ConcurrentHashMap<>();
    private final Runnable cutOff;

    /**
     * Watches the connections of a connector it is a bean of.
     *
     * @param deadline how long a request may take, and how long a connection may wait for one
     * @param cutOff told of each connection closed
     */
    SlowClients(Duration deadline, Runnable cutOff) {
        this.deadlineNanos = deadline.toNanos();
        this.periodMillis = Math.max(1, Math.min(LONGEST_PERIOD_MILLIS, deadline.toMillis() / 4));
        this.cutOff = cutOff;
    }

    /** The client whose request has these attributes. */
    static Client of(ServletRequest request) {
        return (Client) request.getAttribute(CLIENT);
    }

    /** Open connections. */
    int connections() {
        return clients.size();
    }

    @Override
    public void onOpened(Connection connection) {
        clients.put(connection, new Client(connection));
    }

    @Override
    public void onClosed(Connection connection) {
        clients.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Client client = clients.get(request.getConnectionMetaData().getConnection());
        if (client != null) {
            client.renew();
            request.setAttribute(CLIENT, client);
            Request.addCompletionListener(request, failure -> client.renew());
        }
        return super.handle(request, response, callback);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        schedule(getServer().getScheduler());
    }

    private void schedule(Scheduler scheduler) {
        scheduler.schedule(() -> sweep(scheduler), periodMillis, TimeUnit.MILLISECONDS);
    }

    private void sweep(Scheduler scheduler) {
        long now = System.nanoTime();
        for (Client client : clients.values()) {
            if (client.until - now < 0) {
                cutOff.run();
                client.renew();
                getServer().getThreadPool().execute(client::close);
            }
        }
        if (scheduler.isRunning()) {
            schedule(scheduler);
        }
    }

    /** A connection, and until when it may go on. */
    final class Client {
        private final Connection connection;
        private volatile long until;

        private Client(Connection connection) {
            this.connection = connection;
            renew();
        }

        /** Starts the deadline anew. */
        void renew() {
            until = System.nanoTime() + deadlineNanos;
        }

        /** Closes the connection, so that a half answer can't pass for a whole one. */
        void close() {
            connection.close();
        }
    }
}
