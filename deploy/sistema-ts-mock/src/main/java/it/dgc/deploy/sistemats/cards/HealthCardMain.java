package it.dgc.deploy.sistemats.cards;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;

import it.dgc.deploy.outbox.UntilTerminated;

/** The register alone in its own process, for faults and rehearsals; stops in order on SIGTERM. */
public final class HealthCardMain {

    private static final int ARGUMENTS = 6;

    private HealthCardMain() {}

    /**
     * Takes seed, port, port of the knobs (0 for any), and as PEM the own certificate, its key and the authority of the
     * callers; prints {@code READY https://host:port http://host:port} when it serves.
     */
    public static void main(String... arguments) throws IOException, GeneralSecurityException, InterruptedException {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("Give six arguments: SEED PORT KNOBS CERTIFICATE KEY AUTHORITY");
        }
        SSLContext tls = PemTls.of(Path.of(arguments[3]), Path.of(arguments[4]), Path.of(arguments[5]));
        CardRegister register = new CardRegister(Long.parseLong(arguments[0]));
        HealthCardServer server = HealthCardServer.start(Integer.parseInt(arguments[1]), tls, register);
        HealthCardControl control = HealthCardControl.start(Integer.parseInt(arguments[2]), server, register);
        UntilTerminated.serve("https://127.0.0.1:" + server.port() + " http://127.0.0.1:" + control.port(), () -> {
            control.close();
            server.close();
        });
    }
}
