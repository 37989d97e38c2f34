package it.dgc.revocation.drl.served;

import java.time.Instant;
import java.util.Optional;

import it.dgc.revocation.drl.ListVersion;

/** Holds the version that verifiers get; whoever reads it needs neither store nor broker (P15). */
public final class ServedList {

    private volatile Served served = new Served(Optional.empty(), Optional.empty());

    /**
     * @param version what verifiers get; nothing before the first version
     * @param unconfirmedSince when the store last confirmed that this is the newest; nothing while it does
     */
    public record Served(Optional<ListVersion> version, Optional<Instant> unconfirmedSince) {}

    /** @return what is served at this moment */
    public Served now() {
        return served;
    }

    /** @return the version that is served */
    public Optional<ListVersion> version() {
        return served.version();
    }

    /**
     * Never goes back (P14).
     *
     * @param version is served from now on, unless a newer one is
     */
    public synchronized void serve(ListVersion version) {
        long now = served.version().map(v -> v.mark().version()).orElse(0L);
        if (version.mark().version() > now) {
            served = new Served(Optional.of(version), served.unconfirmedSince());
        }
    }

    /** The store confirms that there is nothing newer. */
    public synchronized void confirm() {
        served = new Served(served.version(), Optional.empty());
    }

    /** @param at when it turned out that the store does not answer, or not what can be believed */
    public synchronized void doubt(Instant at) {
        if (served.unconfirmedSince().isEmpty()) {
            served = new Served(served.version(), Optional.of(at));
        }
    }
}
