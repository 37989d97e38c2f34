package it.dgc.deploy.faults.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before a server on loopback and hands on what is said, until it is told to be a bad network: slow, cut, half open, or
 * broken off in the middle of a message.
 *
 * <p>Safe for use by several threads at once.
 */
public final class TcpProxy implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int BACKLOG = 64;

    private final int port;
    private final int target;
    private final Weather weather = new Weather();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();

    private ServerSocket listening;
    private Thread accepting;

    private TcpProxy(int port, int target) {
        this.port = port;
        this.target = target;
    }

    /**
     * @param port where it listens, fixed, for it listens there again after a cut
     * @param target port of the server, which may come later and go between
     */
    public static TcpProxy start(int port, int target) {
        TcpProxy proxy = new TcpProxy(port, target);
        proxy.listen();
        return proxy;
    }

    /** @return where it listens on loopback */
    public int port() {
        return port;
    }

    /** What is said from now on arrives so much later; zero for at once. */
    public void delay(Duration towardsTarget, Duration towardsClient) {
        weather.become(Weather.State.slow(towardsTarget, towardsClient));
    }

    /** Every connection ends, new ones are refused. */
    public void cut() {
        stopListening();
        connections.forEach(ProxiedConnection::reset);
    }

    /** Connections are taken and stay; what is said on them is swallowed, and nobody ever answers. */
    public void halfOpen() {
        weather.become(Weather.State.SWALLOWING);
    }

    /** Each connection is reset when so many bytes more have gone over it, both directions counted together. */
    public void resetAfter(long bytes) {
        connections.forEach(ProxiedConnection::countAnew);
        weather.become(Weather.State.breakingOff(bytes));
    }

    /** All is well again. What was held back by a delay arrives; connections on which something was lost are reset. */
    public synchronized void restore() {
        weather.become(Weather.State.FAIR);
        connections.stream().filter(ProxiedConnection::hasLost).forEach(ProxiedConnection::reset);
        if (listening.isClosed()) {
            listen();
        }
    }

    /** @return connections that are open now */
    int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        cut();
    }

    private synchronized void listen() {
        try {
            listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(LOOPBACK, port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy cannot listen on port " + port, e);
        }
        ServerSocket mine = listening;
        accepting = Thread.ofVirtual().name("proxy-" + port).start(() -> accept(mine));
    }

    /** The port is free only when nobody waits at it any more. */
    private synchronized void stopListening() {
        try {
            listening.close();
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket mine) {
        while (!mine.isClosed()) {
            try {
                serve(mine.accept(), mine);
            } catch (IOException closedOrGone) {
                // The next look at the socket says whether it was closed; a client that is gone already harms nobody.
                Thread.onSpinWait();
            }
        }
    }

    private void serve(Socket client, ServerSocket mine) throws IOException {
        ProxiedConnection connection = new ProxiedConnection(client, weather, connections::remove);
        connections.add(connection);
        Thread.ofVirtual().start(() -> connection.connect(new InetSocketAddress(LOOPBACK, target)));
        if (mine.isClosed()) {
            connection.reset();
        }
    }
}
