package it.dgc.deploy.compose;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Answers every request as the test says, and keeps their texts, letter for letter. */
final class NotingService implements AutoCloseable {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nX-RESUME-TOKEN: 8\r\nX-KID: AAAAAAAAAAA=\r\n"
            + "Content-Type: text/plain\r\nContent-Length: 4\r\nConnection: close\r\n\r\nMII=";

    private final AtomicReference<String> last = new AtomicReference<>("");
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final ServerSocket socket;
    private final UnaryOperator<String> answer;

    private NotingService(ServerSocket socket, UnaryOperator<String> answer) {
        this.socket = socket;
        this.answer = answer;
    }

    /** Gives every request the same answer. */
    static NotingService start() throws IOException {
        return start(request -> ANSWER);
    }

    /** @param answer to the text of a request */
    static NotingService start(UnaryOperator<String> answer) throws IOException {
        NotingService service = new NotingService(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
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

    /** @return how often it was asked for just this */
    long askedFor(String target) {
        return requests.stream().filter(request -> request.startsWith("GET " + target + " HTTP/1.1\r\n")).count();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void answerUntilClosed() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                String request = head(caller);
                last.set(request);
                requests.add(request);
                caller.getOutputStream().write(answer.apply(request).getBytes(StandardCharsets.US_ASCII));
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
