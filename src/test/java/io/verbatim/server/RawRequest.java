package io.verbatim.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Requests written byte by byte, as no client would. */
final class RawRequest {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawRequest() {}

    /** What a server sends back before it closes the connection, as ISO-8859-1. */
    static String send(LabelServer server, String request) throws IOException {
        return send(server, request.getBytes(StandardCharsets.ISO_8859_1), true);
    }

    /**
     * What a server sends back before it closes the connection.
     *
     * @param ended whether to close the sending side behind the request
     * @throws SocketTimeoutException where it hangs
     */
    static String send(LabelServer server, byte[] request, boolean ended) throws IOException {
        return send(server.port(), request, ended);
    }

    static String send(int port, byte[] request, boolean ended) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                if (ended) {
                    socket.shutdownOutput();
                }
                InputStream in = socket.getInputStream();
                in.transferTo(answer);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // A reset: the server closed the connection while the client wrote.
                return answer.toString(StandardCharsets.ISO_8859_1);
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
