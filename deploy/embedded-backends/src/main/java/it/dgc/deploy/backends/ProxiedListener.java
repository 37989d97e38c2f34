package it.dgc.deploy.backends;

import java.util.Objects;

/**
 * A second door of the broker, for clients that come through a proxy: they are told to come back through it, whereas clients
 * at the first door are told the broker's own address.
 *
 * @param port on 127.0.0.1, where the proxy hands on to
 * @param advertised the proxy's host and port, as clients are told them
 */
public record ProxiedListener(int port, String advertised) {

    static final String NAME = "PROXIED";

    /** @throws IllegalArgumentException without a port: the proxy must know it before the broker starts */
    public ProxiedListener {
        Objects.requireNonNull(advertised, "advertised");
        if (port < 1) {
            throw new IllegalArgumentException("A proxy needs a fixed port to hand on to, not " + port);
        }
    }

    String address() {
        return Ports.LOOPBACK + ":" + port;
    }
}
