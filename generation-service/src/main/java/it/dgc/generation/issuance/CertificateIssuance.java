package it.dgc.generation.issuance;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import it.dgc.common.messages.AuditEvent;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.events.AuditEventFactory;
import it.dgc.generation.events.CertificateEventFactory;
import it.dgc.generation.events.EventRelay;
import it.dgc.generation.issuance.GenerationOutcome.AlreadyHandled;
import it.dgc.generation.issuance.GenerationOutcome.Deferred;
import it.dgc.generation.issuance.GenerationOutcome.Issued;
import it.dgc.generation.issuance.GenerationOutcome.Refused;
import it.dgc.generation.issuance.GenerationOutcome.Rejected;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Intent;
import it.dgc.generation.registry.NewCertificate;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.Revisions;
import it.dgc.generation.registry.RevokedBatches;
import it.dgc.generation.registry.Signed;
import it.dgc.generation.registry.SignedCertificate;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.signing.CertificateChecker;
import it.dgc.generation.signing.CertificateDraft;
import it.dgc.generation.signing.CheckResult;
import it.dgc.generation.signing.CheckedCertificate;
import it.dgc.generation.signing.SignerRing;

/**
 * The road from a notified event to its certificate: register, check, sign, store (Allegato B, chapter 1).
 *
 * <p>Safe to repeat at any point: the identifier and the payload are functions of the event (architecture D2), the
 * signer is pinned before it signs, and every step in the register is taken once.
 */
public final class CertificateIssuance {

    private final CertificateRegistry registry;
    private final Revisions revisions;
    private final Secrets secrets;
    private final SignerRing signers;
    private final CertificateComposer composer;
    private final EventRelay relay;
    private final SuspendedDoctors suspended;
    private final RevokedBatches batches;
    private final Clock clock;

    CertificateIssuance(CertificateRegistry registry, Revisions revisions, Secrets secrets, SignerRing signers,
            EventRelay relay, SuspendedDoctors suspended, RevokedBatches batches, Clock clock) {
        this.registry = registry;
        this.revisions = revisions;
        this.secrets = secrets;
        this.signers = signers;
        this.composer = new CertificateComposer(signers);
        this.relay = relay;
        this.suspended = suspended;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * @param event checked field by field
     * @return what became of it
     * @throws RuntimeException if the store, the broker or the key fails: the same event may be handed in again
     */
    public GenerationOutcome handle(EventToCertify event) {
        Optional<CertificateEntry> known = registry.find(event.cuev());
        if (known.filter(entry -> !entry.isTombstone()).isPresent()) {
            return again(known.get(), event);
        }
        return objection(event).<GenerationOutcome>map(reason -> new Rejected(Rejection.of(reason)))
                .orElseGet(() -> known.isPresent()
                        ? meet(known.get(), event)
                        : enter(event, ValidityWindow.of(event.statement(), clock.instant())));
    }

    /** A revocation that came before its notification wins; once it is lifted, the certificate is due as any other. */
    private GenerationOutcome meet(CertificateEntry tombstone, EventToCertify event) {
        revisions.meet(entry(event, tombstone.uvci(), new NewCertificate.Deferred()),
                composer.lastDay(event));
        return again(registry.find(tombstone.uvci()).orElseThrow(), event);
    }

    private GenerationOutcome enter(EventToCertify event, ValidityWindow window) {
        Uvci uvci = secrets.codes().uvci(event.cuev(), 0);
        if (!batchesOf(event).isEmpty()) {
            return enterRefused(event, uvci, RejectionReason.REVOKED_IN_BATCH);
        }
        return switch (window) {
            case AFTER -> enterRefused(event, uvci, RejectionReason.VALIDITY_ENDED);
            case BEFORE -> enter(event, uvci, new NewCertificate.Deferred(),
                    new Deferred(uvci, event.statement().validFrom()));
            case INSIDE -> enterAndIssue(event, uvci, composer.intent(event, clock.instant()));
        };
    }

    private GenerationOutcome enterRefused(EventToCertify event, Uvci uvci, RejectionReason reason) {
        return enter(event, uvci, new NewCertificate.Refused(reason.name(),
                List.of(refusal(uvci, event, Rejection.of(reason)))), new Refused(uvci, reason));
    }

    /** @return what is to be entered and signed; empty where anything stands against it, or it is not the day */
    Optional<ReadyToSign> prepare(EventToCertify event, Predicate<CodiceFiscale> isSuspended) {
        if (ValidityWindow.of(event.statement(), clock.instant()) != ValidityWindow.INSIDE
                || objection(event, isSuspended).isPresent()) {
            return Optional.empty();
        }
        Uvci uvci = secrets.codes().uvci(event.cuev(), 0);
        Intent intent = composer.intent(event, clock.instant());
        return switch (check(event, uvci, intent)) {
            case CheckResult.Failed failed -> Optional.empty();
            case CheckResult.Passed passed -> Optional.of(
                    new ReadyToSign(event, uvci, intent, passed.certificate()));
        };
    }

    NewCertificate entry(ReadyToSign ready) {
        return entry(ready.event(), ready.uvci(), new NewCertificate.Pinned(ready.intent()));
    }

    private GenerationOutcome enterAndIssue(EventToCertify event, Uvci uvci, Intent intent) {
        return switch (check(event, uvci, intent)) {
            case CheckResult.Failed failed -> new Rejected(rejection(failed));
            case CheckResult.Passed passed -> {
                ReadyToSign ready = new ReadyToSign(event, uvci, intent, passed.certificate());
                yield registry.add(entry(ready)) ? sign(ready) : afterAnother(uvci, event);
            }
        };
    }

    private GenerationOutcome enter(EventToCertify event, Uvci uvci, NewCertificate.Standing standing,
            GenerationOutcome entered) {
        return registry.add(entry(event, uvci, standing)) ? entered : afterAnother(uvci, event);
    }

    /** Somebody else entered it at the same moment. */
    private GenerationOutcome afterAnother(Uvci uvci, EventToCertify event) {
        return again(registry.find(uvci).or(() -> registry.find(event.cuev())).orElseThrow(
                () -> new IllegalStateException("The register has an entry and does not show it")), event);
    }

    private static Rejection rejection(CheckResult.Failed failed) {
        return new Rejection(RejectionReason.LINT_FAILED, failed.failures().getFirst().name());
    }

    private GenerationOutcome again(CertificateEntry entry, EventToCertify event) {
        if (!entry.contentIndex().equals(secrets.index().ofContent(EventText.write(event)))) {
            return new Rejected(Rejection.of(RejectionReason.CONFLICTING_DUPLICATE));
        }
        return switch (entry.state()) {
            case PINNED -> complete(entry, event);
            case DEFERRED -> becomeDue(entry);
            case ISSUED, REVOKED, REVOKED_BEFORE_ISSUE, REFUSED -> new AlreadyHandled(entry.uvci());
        };
    }

    /** A deferred certificate is looked at: is it due, still to wait for, or past? */
    GenerationOutcome becomeDue(CertificateEntry entry) {
        EventToCertify event = EventText.read(record(entry));
        return switch (ValidityWindow.of(event.statement(), clock.instant())) {
            case BEFORE -> new Deferred(entry.uvci(), event.statement().validFrom());
            case AFTER -> refuse(entry.uvci(), event, Rejection.of(RejectionReason.VALIDITY_ENDED));
            case INSIDE -> objection(event).map(reason -> refuse(entry.uvci(), event, Rejection.of(reason))).orElseGet(
                    () -> pinAndIssue(entry.uvci(), event, composer.intent(event, clock.instant())));
        };
    }

    private GenerationOutcome pinAndIssue(Uvci uvci, EventToCertify event, Intent intent) {
        return switch (check(event, uvci, intent)) {
            case CheckResult.Failed failed -> refuse(uvci, event, rejection(failed));
            case CheckResult.Passed passed -> registry.pin(uvci, intent)
                    ? sign(new ReadyToSign(event, uvci, intent, passed.certificate()))
                    : new AlreadyHandled(uvci);
        };
    }

    /** A pinned certificate that was not signed, or whose signature was not stored, is finished as it was pinned. */
    GenerationOutcome complete(CertificateEntry pinned) {
        return complete(pinned, EventText.read(record(pinned)));
    }

    private GenerationOutcome complete(CertificateEntry pinned, EventToCertify event) {
        Intent intent = pinned.intent().orElseThrow();
        return signers.withdrawn().contains(intent.kid())
                ? repin(event, pinned.uvci(), intent)
                : sign(new ReadyToSign(event, pinned.uvci(), intent,
                        checked(event, pinned.uvci(), intent)));
    }

    /** Nobody was given a text of it yet, and what the withdrawn key would sign nobody would accept (ADR 0019). */
    private GenerationOutcome repin(EventToCertify event, Uvci uvci, Intent withdrawn) {
        Intent intent = composer.intent(event, clock.instant());
        checked(event, uvci, intent);
        registry.repin(uvci, withdrawn, intent);
        return again(registry.find(uvci).orElseThrow(), event);
    }

    private CheckedCertificate checked(EventToCertify event, Uvci uvci, Intent intent) {
        return switch (check(event, uvci, intent)) {
            case CheckResult.Passed passed -> passed.certificate();
            case CheckResult.Failed failed -> throw new IllegalStateException(
                    "A certificate that was pinned breaks " + failed.failures());
        };
    }

    /** A batch that is kept after this look finds the certificate, because that is entered already. */
    GenerationOutcome sign(ReadyToSign ready) {
        return isRevokedInBatch(ready.event(), ready.uvci())
                ? withdraw(ready.uvci(), ready.event(), Rejection.of(RejectionReason.REVOKED_IN_BATCH))
                : signAndStore(ready);
    }

    private List<String> batchesOf(EventToCertify event) {
        return batches.covering(event.statement().doctor().fiscalCode(), event.reportedAt());
    }

    /** A batch that the certificate has decided, and that may have been lifted since, says nothing any more. */
    private boolean isRevokedInBatch(EventToCertify event, Uvci uvci) {
        List<String> requests = batchesOf(event);
        return !requests.isEmpty() && registry.find(uvci).filter(entry -> requests.stream().anyMatch(
                request -> Collections.disjoint(entry.revisions(), AuditEventFactory.revisions(request, uvci))))
                .isPresent();
    }

    private GenerationOutcome withdraw(Uvci uvci, EventToCertify event, Rejection rejection) {
        return registry.withdraw(uvci, rejection.code(), ValidityWindow.today(clock.instant()),
                List.of(refusal(uvci, event, rejection)))
                        ? new Refused(uvci, rejection.reason())
                        : new AlreadyHandled(uvci);
    }

    private GenerationOutcome signAndStore(ReadyToSign ready) {
        SignedCertificate signed = signed(ready, signers.with(ready.intent().kid()).sign(ready.certificate()));
        return registry.issue(signed).<GenerationOutcome>map(lease -> {
            relay.relay(lease);
            return new Issued(ready.uvci());
        }).orElseGet(() -> overtaken(ready));
    }

    SignedCertificate signed(ReadyToSign ready, String qrText) {
        Instant now = clock.instant();
        return new SignedCertificate(ready.uvci(), new Signed(ready.intent(), qrText),
                ready.event().contact().channels(), List.of(CertificateEventFactory.issued(ready.uvci(), now),
                        AuditEventFactory.issued(ready.uvci(), actor(ready.event()), now)));
    }

    /** Who still has the old settings signs with a key that others have withdrawn: then it is signed as they pinned it. */
    GenerationOutcome overtaken(ReadyToSign tried) {
        return registry.find(tried.uvci()).filter(entry -> entry.state() == CertificateState.PINNED
                && !entry.intent().equals(Optional.of(tried.intent()))).map(entry -> complete(entry, tried.event()))
                .orElseGet(() -> new AlreadyHandled(tried.uvci()));
    }

    private CheckResult check(EventToCertify event, Uvci uvci, Intent intent) {
        CertificateDraft draft = composer.draft(event, uvci, intent);
        return CertificateChecker.check(draft, signers.with(intent.kid()));
    }

    private GenerationOutcome refuse(Uvci uvci, EventToCertify event, Rejection rejection) {
        return registry.refuse(uvci, rejection.code(), ValidityWindow.today(clock.instant()),
                List.of(refusal(uvci, event, rejection)))
                        ? new Refused(uvci, rejection.reason())
                        : new AlreadyHandled(uvci);
    }

    private OutboxMessage refusal(Uvci uvci, EventToCertify event, Rejection rejection) {
        return AuditEventFactory.refused(uvci, rejection.code(), actor(event), clock.instant());
    }

    private AuditEvent.Actor actor(EventToCertify event) {
        return event.statement().doctor().actor(secrets.index());
    }

    private Optional<RejectionReason> objection(EventToCertify event) {
        return objection(event, suspended::contains);
    }

    private Optional<RejectionReason> objection(EventToCertify event, Predicate<CodiceFiscale> isSuspended) {
        Instant now = clock.instant();
        for (IssuancePolicy policy : IssuancePolicy.ALL) {
            Optional<RejectionReason> objection = policy.check(event, now);
            if (objection.isPresent()) {
                return objection;
            }
        }
        if (isSuspended.test(event.statement().doctor().fiscalCode())) {
            return Optional.of(RejectionReason.DOCTOR_SUSPENDED);
        }
        return composer.canBeNamed(event)
                ? Optional.empty()
                : Optional.of(RejectionReason.NAME_WITHOUT_TRANSLITERATION);
    }

    private static String record(CertificateEntry unfinished) {
        return unfinished.record().orElseThrow(
                () -> new IllegalStateException("A certificate that is not finished has lost its record"));
    }

    private NewCertificate entry(EventToCertify event, Uvci uvci, NewCertificate.Standing standing) {
        return new NewCertificate(uvci, secrets.codes().keyVersion(), event.cuev(), secrets.codes().authCode(uvci),
                event.holder().fiscalCode(), event.statement().doctor().fiscalCode(), EventText.write(event),
                event.statement().validFrom(), event.statement().validUntil(), standing);
    }
}
