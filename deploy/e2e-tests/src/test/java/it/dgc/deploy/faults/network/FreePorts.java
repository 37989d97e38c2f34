package it.dgc.deploy.faults.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that go and come back: below those which the system gives to outgoing connections, one of which would else
 * take the port of a dead server, or even, calling that server, connect to itself.
 */
public final class FreePorts {

    private static final int FIRST = 12_000;
    /** Linux gives from 32768 (net.ipv4.ip_local_port_range). */
    private static final int BEHIND_LAST = 32_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** @return a port of loopback that nobody listens on and that was not given before */
    public static int one() {
        int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
        return isFree(port) && GIVEN.add(port) ? port : one();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
