package it.dgc.revocation.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import it.dgc.revocation.drl.VersionMark;
import it.dgc.revocation.publication.ledger.HeldReason;
import it.dgc.revocation.publication.ledger.HeldVersion;
import it.dgc.revocation.publication.ledger.VersionRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the next version when it is time. The lease only saves the others the work: a version is published by taking
 * its number, so an instance that has lost the lease without noticing publishes either what any other would, or nothing.
 */
final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final RevocationList list;
    private final VersionRegister register;
    private final PublishGuard guard;
    private final PublicationState state;
    private final Pace pace;
    private final Clock clock;
    private final String instance;
    private VersionMark seen = VersionMark.NONE;
    private Instant seenAt = Instant.MIN;

    /** @param every the least time between two versions; {@code lease} how long the right to publish lasts */
    record Pace(Duration every, Duration lease) {}

    Publisher(RevocationList list, VersionRegister register, PublishGuard guard, PublicationState state, Pace pace,
            Clock clock, String instance) {
        this.list = list;
        this.register = register;
        this.guard = guard;
        this.state = state;
        this.pace = pace;
        this.clock = clock;
        this.instance = instance;
    }

    /** @return whether there is a new version */
    boolean publish() {
        Instant now = clock.instant();
        Optional<HeldVersion> held = register.held().filter(h -> h.version() > list.mark().version());
        state.held(held.filter(h -> register.released(h.version(), h.position()).isEmpty()));
        return isTime(now) && register.lead(instance, now, now.plus(pace.lease())) && publish(held, now);
    }

    /** A clock that was set back must not stop publication until it has caught up. */
    private boolean isTime(Instant now) {
        if (!list.mark().equals(seen)) {
            seen = list.mark();
            seenAt = now;
        }
        Instant last = seen.publishedAt().isAfter(now) ? seenAt : seen.publishedAt();
        return now.isBefore(last) || !now.isBefore(last.plus(pace.every()));
    }

    private boolean publish(Optional<HeldVersion> held, Instant now) {
        Optional<VersionMark> next = list.next(list.position(), now);
        Optional<HeldReason> reason = next.flatMap(mark -> guard.judge(list.mark(), mark));
        if (reason.isEmpty()) {
            return next.filter(this::published).isPresent();
        }
        if (held.isPresent()) {
            return publishReleased(held.get(), now);
        }
        HeldVersion heldNow = new HeldVersion(next.get().version(), next.get().position(), reason.get());
        register.hold(heldNow);
        state.held(Optional.of(heldNow));
        LOG.error("version {} is held back: {}", heldNow.version(), heldNow.reason());
        return false;
    }

    /** Exactly what was held when it was released; what came later is judged again. */
    private boolean publishReleased(HeldVersion held, Instant now) {
        return held.reason() == HeldReason.GREW
                && register.released(held.version(), held.position()).isPresent()
                && list.next(held.position(), now).filter(this::published).isPresent();
    }

    private boolean published(VersionMark mark) {
        boolean first = register.publish(mark);
        LOG.info("version {} {}, {} entries", mark.version(), first ? "published" : "was published by another instance",
                mark.total());
        return true;
    }
}
