package it.dgc.deploy.faults.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One client's connection and its continuation to the server. */
final class ProxiedConnection {

    private static final int CHUNK = 8 * 1024;

    private final Socket client;
    private final Socket server = new Socket();
    private final Weather weather;
    private final Consumer<ProxiedConnection> onEnd;
    private final AtomicLong passed = new AtomicLong();

    private volatile boolean lost;

    ProxiedConnection(Socket client, Weather weather, Consumer<ProxiedConnection> onEnd) {
        this.client = client;
        this.weather = weather;
        this.onEnd = onEnd;
    }

    /** Where nobody answers, the client's connection ends as well; in half-open weather it stays, and leads nowhere. */
    void connect(InetSocketAddress target) {
        try {
            client.setTcpNoDelay(true);
            if (weather.now().swallows()) {
                lost = true;
                pump(client.getInputStream(), OutputStream.nullOutputStream(), true);
                end();
            } else {
                server.connect(target);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(server, client, false));
                pass(client, server, true);
            }
        } catch (IOException nobodyThere) {
            reset();
        }
    }

    /** Whether bytes went in that never came out: such a connection can only be ended. */
    boolean hasLost() {
        return lost;
    }

    void countAnew() {
        passed.set(0);
    }

    /** RST to both ends: what is under way is thrown away (RFC 9293, 3.9.1.6). */
    void reset() {
        reset(client);
        reset(server);
        onEnd.accept(this);
    }

    /** Both ends have said all; what is under way still arrives. */
    private void end() throws IOException {
        client.close();
        server.close();
        onEnd.accept(this);
    }

    private void pass(Socket from, Socket to, boolean toTarget) {
        try {
            pump(from.getInputStream(), to.getOutputStream(), toTarget);
            to.shutdownOutput();
            if (from.isOutputShutdown()) {
                end();
            }
        } catch (IOException ended) {
            reset();
        }
    }

    private void pump(InputStream from, OutputStream to, boolean toTarget) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
            hold(toTarget);
            hand(chunk, count, to);
        }
    }

    private void hand(byte[] chunk, int count, OutputStream to) throws IOException {
        Weather.State now = weather.now();
        if (now.swallows() || lost) {
            lost = true;
            return;
        }
        long before = passed.getAndAdd(count);
        int allowed = Math.clamp(now.breaksOffAfter() - before, 0, count);
        to.write(chunk, 0, allowed);
        if (allowed < count) {
            throw new IOException("broken off");
        }
    }

    private void hold(boolean toTarget) throws IOException {
        try {
            weather.delay(toTarget);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void reset(Socket socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } catch (IOException alreadyGone) {
            Thread.onSpinWait();
        }
    }
}
