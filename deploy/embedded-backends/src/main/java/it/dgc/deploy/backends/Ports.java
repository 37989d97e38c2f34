package it.dgc.deploy.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Two loopback ports for one broker, free at the moment of asking. */
record Ports(int broker, int controller) {

    static final String LOOPBACK = "127.0.0.1";

    /**
     * Both sockets are held at once, so that the two ports differ.
     *
     * @param wanted the broker's port, 0 for any
     * @throws IllegalStateException the wanted port is taken
     */
    static Ports free(int wanted) {
        try (ServerSocket broker = bound(wanted); ServerSocket controller = bound(0)) {
            return new Ports(broker.getLocalPort(), controller.getLocalPort());
        } catch (IOException e) {
            throw taken(wanted, e);
        }
    }

    static IllegalStateException taken(int port, Throwable cause) {
        return new IllegalStateException("Port " + port + " on " + LOOPBACK + " cannot be used: " + cause.getMessage(),
                cause);
    }

    String brokerAddress() {
        return LOOPBACK + ":" + broker;
    }

    String controllerAddress() {
        return LOOPBACK + ":" + controller;
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
