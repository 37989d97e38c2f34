package it.dgc.deploy.compose;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Gives every request the same answer and keeps the text of the last one, letter for letter. */
final class NotingService implements AutoCloseable {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nX-RESUME-TOKEN: 8\r\nX-KID: AAAAAAAAAAA=\r\n"
            + "Content-Type: text/plain\r\nContent-Length: 4\r\nConnection: close\r\n\r\nMII=";

    private final AtomicReference<String> last = new AtomicReference<>("");
    private final ServerSocket socket;

    private NotingService(ServerSocket socket) {
        this.socket = socket;
    }

    static NotingService start() throws IOException {
        NotingService service = new NotingService(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(service::answerUntilClosed);
        return service;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** @return the last request; forgotten then */
    String lastRequest() {
        return last.getAndSet("");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void answerUntilClosed() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                last.set(head(caller));
                caller.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                last.set("");
            }
        }
    }

    private static String head(Socket caller) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = caller.getInputStream().read();
        while (next >= 0 && head.indexOf("\r\n\r\n") < 0) {
            head.append((char) next);
            next = head.indexOf("\r\n\r\n") < 0 ? caller.getInputStream().read() : -1;
        }
        return head.toString();
    }
}
