package it.dgc.revocation.drl.served;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

import it.dgc.revocation.drl.ListVersion;

/**
 * Holds the version that verifiers get; whoever reads it needs neither store nor broker (P15). Where a cache in front was promised
 * that nothing newer comes for a moment, the next version waits for the end of that moment: a client that learned of a version must
 * not get a chunk of the one before, which some would take for the new one for ever (ADR 0025).
 */
public final class ServedList {

    /** By so much the clocks of this machine and of the cache may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration promisedFor;
    private volatile Served served = new Served(Optional.empty(), Optional.empty());
    private volatile Optional<ListVersion> waiting = Optional.empty();
    /** Seconds of the epoch. */
    private volatile long promisedUntil;

    /**
     * @param version what verifiers get; nothing before the first version
     * @param unconfirmedSince when the store last confirmed that this is the newest; nothing while it does
     */
    public record Served(Optional<ListVersion> version, Optional<Instant> unconfirmedSince) {}

    /**
     * @param clock of this machine
     * @param promisedFor the longest promise; zero for none
     */
    public ServedList(Clock clock, Duration promisedFor) {
        this.clock = clock;
        this.promisedFor = promisedFor;
    }

    /** @return what is served at this moment */
    public Served now() {
        if (waiting.isPresent()) {
            changeWhenFree();
        }
        return served;
    }

    /** @return the version that is served */
    public Optional<ListVersion> version() {
        return now().version();
    }

    /** @return the newest version, also where it still waits */
    public Optional<ListVersion> newest() {
        Optional<ListVersion> next = waiting;
        return next.isPresent() ? next : served.version();
    }

    /**
     * Never goes back (P14).
     *
     * @param version is served as soon as no promise stands against it, unless a newer one is
     */
    public synchronized void serve(ListVersion version) {
        long newest = newest().map(known -> known.mark().version()).orElse(0L);
        if (version.mark().version() > newest) {
            waiting = Optional.of(version);
            changeWhenFree();
        }
    }

    /**
     * Promises that no newer version is served for a moment.
     *
     * @param version that an answer was made of
     * @return the second of the epoch at which the promise ends; nothing where none can be made: the version is not the one that is
     *         served, the store does not confirm it, or a newer one waits
     */
    public OptionalLong promise(ListVersion version) {
        Instant now = clock.instant();
        long wanted = now.plus(promisedFor).getEpochSecond();
        if (wanted > now.getEpochSecond() && wanted > promisedUntil) {
            extend(version, wanted);
        }
        long until = Math.min(wanted, promisedUntil);
        // In this order: who is still served now was served when the promise was read.
        return until > now.getEpochSecond() && isConfirmed(version) ? OptionalLong.of(until) : OptionalLong.empty();
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

    private synchronized void extend(ListVersion version, long until) {
        if (waiting.isEmpty() && isConfirmed(version)) {
            promisedUntil = Math.max(until, promisedUntil);
        }
    }

    private boolean isConfirmed(ListVersion version) {
        Served now = served;
        return now.unconfirmedSince().isEmpty() && now.version().filter(current -> current == version).isPresent();
    }

    private synchronized void changeWhenFree() {
        if (waiting.isPresent() && isFree()) {
            served = new Served(waiting, served.unconfirmedSince());
            waiting = Optional.empty();
        }
    }

    /** A clock that was set back must not hold a version up until it has caught up. */
    private boolean isFree() {
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(promisedUntil).plus(CLOCKS_DIFFER));
        return !left.isPositive() || left.compareTo(promisedFor.plus(CLOCKS_DIFFER)) > 0;
    }
}
