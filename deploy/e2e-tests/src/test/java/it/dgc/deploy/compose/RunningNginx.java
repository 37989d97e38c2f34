package it.dgc.deploy.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import it.dgc.deploy.backends.NginxProcess;

/** A running nginx that is asked letter by letter. */
record RunningNginx(NginxProcess process) implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    /** @param configuration see {@link NginxProcess#start} */
    static RunningNginx start(Path directory, String configuration) throws IOException {
        return new RunningNginx(NginxProcess.start(directory, configuration));
    }

    /** @param request its lines without the last, empty one; the connection is closed after the answer */
    String ask(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), process.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String whole = request + "\r\nHost: edge.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
