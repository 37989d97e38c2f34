package it.dgc.deploy.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Asks for one address over and over, on several connections that are kept open, and spends as little as it can on the answers: what
 * is measured is who answers.
 */
final class HttpLoad {

    private static final int CONNECTIONS = 16;
    private static final int BUFFER = 1 << 16;
    private static final String LENGTH = "content-length:";

    private final URI address;
    private final byte[] request;
    private final int expected;

    /**
     * @param address of this machine
     * @param expected status
     * @param headers lines of the request
     */
    HttpLoad(URI address, int expected, String... headers) {
        this.address = address;
        this.expected = expected;
        this.request = ("GET " + address.getRawPath()
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + String.join("", lines(headers)) + "\r\n")
                .getBytes(US_ASCII);
    }

    private static List<String> lines(String... headers) {
        return List.of(headers).stream().map(header -> header + "\r\n").toList();
    }

    /**
     * @return how many answers came
     * @throws IOException if one had another status, or none came
     */
    long run(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService callers = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Callable<Long>> all = new ArrayList<>();
            for (int caller = 0; caller < CONNECTIONS; caller++) {
                all.add(() -> askUntil(end));
            }
            long answers = 0;
            for (Future<Long> one : callers.invokeAll(all)) {
                answers += one.get();
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new IOException("An answer was not as expected", failed.getCause());
        }
    }

    private long askUntil(long end) throws IOException {
        long answers = 0;
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
                InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
                boolean open = true;
                while (open && System.nanoTime() < end) {
                    socket.getOutputStream().write(request);
                    open = readAnswer(in);
                    answers++;
                }
            }
        }
        return answers;
    }

    /** @return whether another request may follow on this connection */
    private boolean readAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 " + expected)) {
            throw new IOException("Answered with: " + status);
        }
        long length = 0;
        boolean open = true;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Long.parseLong(lower.substring(LENGTH.length()).strip());
            }
            open &= !lower.equals("connection: close");
        }
        in.skipNBytes(length);
        return open;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The connection was closed within an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
