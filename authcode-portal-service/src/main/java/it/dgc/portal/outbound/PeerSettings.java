package it.dgc.portal.outbound;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a peer is, as whom it is asked, and how long it is waited for.
 *
 * @param name in metrics and messages
 * @param baseUrl {@code https://host:port}; the name in its certificate must be this host's
 * @param certificate our certificate, PEM
 * @param key its private key, PEM (PKCS#8)
 * @param authority the only one whose certificate is believed, PEM
 * @param connectWithin for the connection alone
 * @param answeredWithin for everything, from the question to the last byte of the answer
 * @param atOnce questions under way; whoever comes then gets no answer rather than waiting for a slow peer
 * @param restFor how long nobody is asked after half of the last questions came to nothing
 */
public record PeerSettings(String name, URI baseUrl, Path certificate, Path key, Path authority, Duration connectWithin,
        Duration answeredWithin, int atOnce, Duration restFor) {

    /** @throws IllegalArgumentException if the address is not of that form, or there is no time or no place to ask */
    public PeerSettings {
        if (!isPlace(baseUrl)) {
            throw new IllegalArgumentException("The address of " + name + " is https://host:port and nothing more");
        }
        if (atOnce < 1 || !(lasts(connectWithin) && lasts(answeredWithin) && lasts(restFor))) {
            throw new IllegalArgumentException("For " + name + " there is a time to wait, to rest and a place to ask");
        }
    }

    private static boolean isPlace(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null && address.getRawUserInfo() == null
                && (address.getRawPath().isEmpty() || "/".equals(address.getRawPath()))
                && address.getRawQuery() == null && address.getRawFragment() == null;
    }

    /** Clocks of the connection and of the breaker count milliseconds. */
    private static boolean lasts(Duration time) {
        return time.toMillis() > 0;
    }
}
