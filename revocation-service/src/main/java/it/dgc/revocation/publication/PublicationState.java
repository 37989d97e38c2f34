package it.dgc.revocation.publication;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import it.dgc.revocation.publication.ledger.HeldReason;
import it.dgc.revocation.publication.ledger.HeldVersion;

/** What readiness and metrics tell of the publication. */
public final class PublicationState {

    private final AtomicInteger notSaved = new AtomicInteger();
    private volatile Optional<HeldReason> damage = Optional.empty();
    private volatile Optional<HeldVersion> held = Optional.empty();

    /** @return whether this is news */
    boolean damaged(HeldReason reason) {
        boolean isNew = !damage.equals(Optional.of(reason));
        damage = Optional.of(reason);
        return isNew;
    }

    void repaired() {
        damage = Optional.empty();
    }

    void held(Optional<HeldVersion> version) {
        held = version;
    }

    void notSaved() {
        notSaved.incrementAndGet();
    }

    /** @return why nothing is published at the moment, if so */
    public Optional<HeldReason> heldBack() {
        return damage.or(() -> held.map(HeldVersion::reason));
    }

    /** @return how often a version could not be written to this instance's disk */
    public int timesNotSaved() {
        return notSaved.get();
    }
}
