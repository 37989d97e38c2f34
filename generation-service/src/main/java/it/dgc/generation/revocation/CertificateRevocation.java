package it.dgc.generation.revocation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.AuditEvent;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.events.AuditEventFactory;
import it.dgc.generation.events.CertificateEventFactory;
import it.dgc.generation.events.EventRelay;
import it.dgc.generation.issuance.EventText;
import it.dgc.generation.issuance.EventToCertify;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.Revision;
import it.dgc.generation.registry.Revisions;
import it.dgc.generation.registry.RevokedBatch;
import it.dgc.generation.registry.RevokedBatches;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.registry.TestHistory;
import it.dgc.generation.secrets.DamagedFieldException;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.secrets.SecretsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows requests to revoke and to restore (Allegato B, chapter 2), each once.
 *
 * <p>A CUEV that is not known yet is entered as revoked, so that its notification gives no certificate.
 */
public final class CertificateRevocation {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateRevocation.class);

    /** What became of a certificate of the batch's doctor. */
    private enum InBatch {
        REVOKED,
        /** Not of the time, or not in a state for it. */
        LEFT,
        /** Its fields were altered: no repetition opens them. */
        DAMAGED,
        /** The key is not here yet: the batch is not done. */
        CLOSED
    }

    private final CertificateRegistry registry;
    private final Revisions revisions;
    private final RevokedBatches batches;
    private final SuspendedDoctors suspended;
    private final Secrets secrets;
    private final EventRelay relay;
    private final EndOfValidity ends;
    private final Clock clock;

    CertificateRevocation(CertificateRegistry registry, Revisions revisions, RevokedBatches batches,
            SuspendedDoctors suspended, Secrets secrets, EventRelay relay, EndOfValidity ends, Clock clock) {
        this.registry = registry;
        this.revisions = revisions;
        this.batches = batches;
        this.suspended = suspended;
        this.secrets = secrets;
        this.relay = relay;
        this.ends = ends;
        this.clock = clock;
    }

    /** @throws RuntimeException if store or broker fail: the same order may be handed in again */
    public void handle(RevocationOrder order) {
        switch (order.target()) {
            case RevocationOrder.One one -> handle(order, one);
            case RevocationOrder.Batch batch -> handle(order, batch);
        }
    }

    private void handle(RevocationOrder order, RevocationOrder.One one) {
        Optional<CertificateEntry> found = find(one);
        Uvci uvci = found.map(CertificateEntry::uvci).or(one::uvci)
                .orElseGet(() -> secrets.codes().uvci(one.cuev().orElseThrow(), 0));
        if (one.cuev().isPresent() && one.uvci().filter(given -> !given.equals(derived(one))).isPresent()) {
            say(order, one.uvci().orElseThrow(), RevocationRefusal.MISMATCH);
        } else if (found.filter(entry -> PastDecisions.contain(entry, order.requestId())).isPresent()) {
            relay.send(PastDecisions.since(found.get(), order.requestId(), clock.instant()));
        } else if (found.isPresent()) {
            revise(order, uvci);
        } else if (one.cuev().isEmpty() || order.change() instanceof Change.Restore) {
            say(order, uvci, RevocationRefusal.UNKNOWN);
        } else if (suspended.contains(order.doctor().fiscalCode())) {
            say(order, uvci, RevocationRefusal.NOT_ALLOWED);
        } else {
            entomb(order, uvci, one.cuev().get());
        }
    }

    private Uvci derived(RevocationOrder.One one) {
        return registry.find(one.cuev().orElseThrow()).map(CertificateEntry::uvci)
                .orElseGet(() -> secrets.codes().uvci(one.cuev().get(), 0));
    }

    private Optional<CertificateEntry> find(RevocationOrder.One one) {
        return one.cuev().isPresent() ? registry.find(one.cuev().get()) : registry.find(one.uvci().orElseThrow());
    }

    private void handle(RevocationOrder order, RevocationOrder.Batch batch) {
        if (suspended.contains(order.doctor().fiscalCode())) {
            sayOfBatch(order, CertificateEventFactory.batchRefused(order.requestId(),
                    RevocationRefusal.NOT_ALLOWED.name(), clock.instant()), RevocationRefusal.NOT_ALLOWED.name());
            return;
        }
        // First of all: what is entered from now on is measured by it, what is entered already is found below.
        batches.keep(batch.doctor(), new RevokedBatch(order.requestId(), batch.from(), batch.until(), ground(order)));
        List<Uvci> certified = new ArrayList<>();
        revisions.forEachOf(batch.doctor(), certified::add);
        Map<InBatch, Long> walked = certified.stream().collect(
                Collectors.groupingBy(uvci -> inBatch(order, batch, uvci), Collectors.counting()));
        if (walked.containsKey(InBatch.CLOSED)) {
            throw new SecretsException("Certificates of a batch cannot be opened with the keys that are here");
        }
        if (walked.containsKey(InBatch.DAMAGED)) {
            LOG.warn("{} certificates of a doctor whose batch was revoked are damaged, and were left",
                    walked.get(InBatch.DAMAGED));
        }
        int revoked = walked.getOrDefault(InBatch.REVOKED, 0L).intValue();
        sayOfBatch(order, CertificateEventFactory.batchRevoked(order.requestId(), revoked, clock.instant()),
                Integer.toString(revoked));
    }

    private void sayOfBatch(RevocationOrder order, OutboxMessage event, String result) {
        relay.send(List.of(event, AuditEventFactory.batchRevoked(order.requestId(),
                order.change().code() + ':' + result, actor(order), clock.instant())));
    }

    /** One that cannot be read must not keep the others. */
    private InBatch inBatch(RevocationOrder order, RevocationOrder.Batch batch, Uvci uvci) {
        try {
            return isOf(batch, uvci) && isRevokedBy(order, uvci) ? InBatch.REVOKED : InBatch.LEFT;
        } catch (DamagedFieldException e) {
            return InBatch.DAMAGED;
        } catch (SecretsException e) {
            return InBatch.CLOSED;
        }
    }

    private boolean isOf(RevocationOrder.Batch batch, Uvci uvci) {
        return registry.find(uvci).flatMap(CertificateEntry::record).map(EventText::read)
                .map(EventToCertify::reportedAt).filter(at -> !at.isBefore(batch.from()) && at.isBefore(batch.until()))
                .isPresent();
    }

    private boolean isRevokedBy(RevocationOrder order, Uvci uvci) {
        revise(order, uvci);
        return registry.find(uvci).filter(entry -> PastDecisions.containRevocation(entry, order.requestId()))
                .isPresent();
    }

    /** Somebody else may change the certificate at the same moment; then it is decided anew. */
    private void revise(RevocationOrder order, Uvci uvci) {
        Optional<OutboxLease> lease = Optional.empty();
        Optional<CertificateEntry> entry = registry.find(uvci);
        while (lease.isEmpty()
                && entry.filter(found -> !PastDecisions.contain(found, order.requestId())).isPresent()) {
            lease = revisions.revise(entry.get(), revision(order, entry.get()), ends.lastDay(entry.get()));
            entry = registry.find(uvci);
        }
        lease.ifPresent(relay::relay);
    }

    private void entomb(RevocationOrder order, Uvci uvci, Cuev cuev) {
        Revision revision = followed(order, uvci, TestHistory.NONE,
                new Decision.Followed(CertificateState.REVOKED_BEFORE_ISSUE, Set.of(ground(order)),
                        AuditEvent.Type.REVOKED));
        revisions.entomb(uvci, cuev, revision, ends.latest()).ifPresentOrElse(relay::relay, () -> revise(order, uvci));
    }

    private static Ground ground(RevocationOrder order) {
        return ((Change.Revoke) order.change()).ground();
    }

    private Revision revision(RevocationOrder order, CertificateEntry entry) {
        Decision decision = suspended.contains(order.doctor().fiscalCode())
                ? new Decision.Refused(RevocationRefusal.NOT_ALLOWED)
                : Decision.of(entry, order.change(), order.requestedAt(), ends.hasEnded(entry));
        return switch (decision) {
            case Decision.Followed followed -> followed(order, entry.uvci(), entry.tests(), followed);
            case Decision.Refused refused -> new Revision(entry.state(), entry.grounds(),
                    AuditEventFactory.id(refused.refusal().type(), step(order, entry.uvci())),
                    refusal(order, entry.uvci(), refused.refusal()));
        };
    }

    private Revision followed(RevocationOrder order, Uvci uvci, TestHistory known, Decision.Followed decision) {
        Instant now = clock.instant();
        OutboxMessage event = decision.type() == AuditEvent.Type.REVOKED
                ? CertificateEventFactory.revoked(uvci, order.requestId(), now)
                : CertificateEventFactory.restored(uvci, order.requestId(), now);
        OutboxMessage audit = AuditEventFactory.revision(decision.type(), uvci, order.requestId(),
                order.change().code(), actor(order), now);
        return new Revision(decision.state(), decision.grounds(), audit.eventId(), List.of(event, audit),
                order.change().noted(known, order.requestedAt()));
    }

    private void say(RevocationOrder order, Uvci uvci, RevocationRefusal refusal) {
        relay.send(refusal(order, uvci, refusal));
    }

    private List<OutboxMessage> refusal(RevocationOrder order, Uvci uvci, RevocationRefusal refusal) {
        Instant now = clock.instant();
        return List.of(CertificateEventFactory.revocationRefused(uvci, order.requestId(), refusal.name(), now),
                AuditEventFactory.revision(refusal.type(), uvci, order.requestId(),
                        order.change().code() + ':' + refusal, actor(order), now));
    }

    private AuditEvent.Actor actor(RevocationOrder order) {
        return order.doctor().actor(secrets.index());
    }

    private static String step(RevocationOrder order, Uvci uvci) {
        return order.requestId() + '/' + uvci.value();
    }
}
