package it.dgc.revocation.publication;

import java.time.Clock;
import java.util.Optional;

import it.dgc.revocation.publication.ledger.HeldReason;
import it.dgc.revocation.publication.ledger.HeldVersion;
import it.dgc.revocation.publication.ledger.Release;
import it.dgc.revocation.publication.ledger.VersionRegister;

/** For the people who decide about a version that the guard holds back; any instance can take their word. */
public final class HeldVersions {

    /** What came of a release. */
    public enum Outcome {
        /** It is recorded; the instance that publishes goes on with it. */
        RELEASED,
        /** No such version is held back. */
        NOT_HELD,
        /** It is held back because the store is damaged; that has to be repaired. */
        NOT_RELEASABLE
    }

    private final VersionRegister register;
    private final Clock clock;

    HeldVersions(VersionRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** @return the version that is held back, if any */
    public Optional<HeldVersion> held() {
        return register.held().filter(held -> register.at(held.version()).isEmpty());
    }

    /**
     * @param version the number of the version that is held back
     * @param by who lets it through
     * @return what came of it; a second release of the same version changes nothing
     */
    public Outcome release(long version, String by) {
        Optional<HeldVersion> held = held().filter(h -> h.version() == version);
        if (held.isEmpty()) {
            return Outcome.NOT_HELD;
        }
        if (held.get().reason() != HeldReason.GREW) {
            return Outcome.NOT_RELEASABLE;
        }
        register.release(new Release(version, held.get().position(), by, clock.instant()));
        return Outcome.RELEASED;
    }
}
