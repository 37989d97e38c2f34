package it.dgc.deploy.local.platform;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

import it.dgc.deploy.local.console.ExplainedException;

/**
 * Ports on 127.0.0.1, one a part; 0 stands for any free one (architecture, section 5).
 *
 * @param http the edge
 * @param kafka the broker
 * @param store the store
 * @param generation the generation service
 * @param rules the rules service
 * @param revocation the revocation service
 * @param portal the portal
 * @param sistemaTs the mock of Sistema TS, which is the SMS gateway too
 * @param mail the mail server
 * @param outbox the page that shows what the mail server accepted
 * @param institutional the services' second ports
 * @param healthCards the mock of Sistema TS, where it answers for health cards
 */
public record Ports(int http, int kafka, int store, int generation, int rules, int revocation, int portal,
        int sistemaTs, int mail, int outbox, Institutional institutional, HealthCards healthCards) {

    /**
     * Ports with mutual TLS.
     *
     * @param generation of the generation service
     * @param revocation of the revocation service
     * @param rules of the rules service
     */
    public record Institutional(int generation, int revocation, int rules) {

        private static final Institutional ANY = new Institutional(0, 0, 0);

        private Institutional settled() {
            try (ServerSocket generating = taken(generation, "--generation-institutional-port");
                    ServerSocket listing = taken(revocation, "--revocation-institutional-port");
                    ServerSocket ruling = taken(rules, "--rules-institutional-port")) {
                return new Institutional(generating.getLocalPort(), listing.getLocalPort(), ruling.getLocalPort());
            } catch (IOException refused) {
                throw notTried(refused);
            }
        }
    }

    /**
     * Ports of the register of health cards.
     *
     * @param questions of the portal, with mutual TLS
     * @param control its knobs, in clear
     */
    public record HealthCards(int questions, int control) {

        private static final HealthCards ANY = new HealthCards(0, 0);

        /**
         * @return the same ports, with a free one in the place of each 0
         * @throws ExplainedException if one is taken
         */
        public HealthCards settled() {
            try (ServerSocket asked = taken(questions, "--health-cards-port");
                    ServerSocket knobs = taken(control, "--health-cards-control-port")) {
                return new HealthCards(asked.getLocalPort(), knobs.getLocalPort());
            } catch (IOException refused) {
                throw notTried(refused);
            }
        }
    }

    private static final String LOOPBACK = "127.0.0.1";
    private static final int FIRST_FREE = 12_000;
    /** Linux gives outgoing connections ports from 32768 (net.ipv4.ip_local_port_range). */
    private static final int BEHIND_LAST_FREE = 32_000;
    private static final int MOST_TRIES = 1_000;

    /** Any free port for each part. */
    public static final Ports ANY = new Ports(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Institutional.ANY,
            HealthCards.ANY);

    /**
     * @return the same ports, with a free one in the place of each 0
     * @throws ExplainedException if one is taken
     */
    public Ports settled() {
        try (ServerSocket edge = taken(http, "--http-port");
                ServerSocket broker = taken(kafka, "--kafka-port");
                ServerSocket documents = taken(store, "--store-port");
                ServerSocket generating = taken(generation, "--generation-port");
                ServerSocket ruling = taken(rules, "--rules-port");
                ServerSocket listing = taken(revocation, "--revocation-port");
                ServerSocket pages = taken(portal, "--portal-port");
                ServerSocket outside = taken(sistemaTs, "--sistema-ts-port");
                ServerSocket mails = taken(mail, "--mail-port");
                ServerSocket page = taken(outbox, "--outbox-port")) {
            return new Ports(edge.getLocalPort(), broker.getLocalPort(), documents.getLocalPort(),
                    generating.getLocalPort(), ruling.getLocalPort(), listing.getLocalPort(), pages.getLocalPort(),
                    outside.getLocalPort(), mails.getLocalPort(), page.getLocalPort(), institutional.settled(),
                    healthCards.settled());
        } catch (IOException refused) {
            throw notTried(refused);
        }
    }

    /**
     * @param port a port; 0 for any free one
     * @param option how another one is chosen
     * @return the port, or a free one
     * @throws ExplainedException if it is taken
     */
    public static int settled(int port, String option) {
        try (ServerSocket socket = taken(port, option)) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new ExplainedException("Port " + port + " could not be tried out.", refused);
        }
    }

    private static ExplainedException notTried(IOException refused) {
        return new ExplainedException("The ports of the platform could not be tried out.", refused);
    }

    private static ServerSocket taken(int port, String option) throws IOException {
        return port == 0 ? free() : bound(port, option);
    }

    /** Between this and the start of its part nobody listens on it, so it must be none that a connection could be given. */
    private static ServerSocket free() throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            ServerSocket socket = new ServerSocket();
            try {
                socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK),
                        ThreadLocalRandom.current().nextInt(FIRST_FREE, BEHIND_LAST_FREE)));
                return socket;
            } catch (BindException occupied) {
                socket.close();
            }
        }
        throw new ExplainedException("No free port was found between " + FIRST_FREE + " and " + BEHIND_LAST_FREE + '.');
    }

    private static ServerSocket bound(int port, String option) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
            return socket;
        } catch (BindException occupied) {
            socket.close();
            throw new ExplainedException("Port " + port + " is taken by another program or may not be used; choose"
                    + " another with " + option + ".", occupied);
        }
    }
}
