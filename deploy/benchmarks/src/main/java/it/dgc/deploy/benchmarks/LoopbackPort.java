package it.dgc.deploy.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A port of this machine, for a program that cannot say which one it took.
 *
 * @param number of it
 */
record LoopbackPort(int number) {

    /** @return one that is free now; another may take it before its program does */
    static LoopbackPort free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new LoopbackPort(socket.getLocalPort());
        }
    }

    /** @return whether somebody takes connections there */
    boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), number)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
