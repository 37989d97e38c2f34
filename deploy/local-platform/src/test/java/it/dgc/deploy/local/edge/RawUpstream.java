package it.dgc.deploy.local.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A service that answers every request with the same bytes and keeps what it was asked, byte for byte. */
final class RawUpstream implements AutoCloseable {

    private final ServerSocket server;
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    private RawUpstream(ServerSocket server) {
        this.server = server;
    }

    static RawUpstream answering(String answer) throws IOException {
        RawUpstream upstream = new RawUpstream(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> upstream.serve(answer.getBytes(ISO_8859_1)));
        return upstream;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    String request() throws InterruptedException {
        String request = requests.poll(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("the service was not asked");
        }
        return request;
    }

    boolean wasNotAsked() {
        return requests.isEmpty();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(byte[] answer) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                requests.add(read(socket.getInputStream()));
                socket.getOutputStream().write(answer);
            } catch (IOException closed) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        int length = head.toString().lines().filter(line -> line.toLowerCase().startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.split(":")[1].strip())).findFirst().orElse(0);
        return head + new String(in.readNBytes(length), ISO_8859_1);
    }
}
