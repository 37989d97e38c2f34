package it.dgc.generation.revocation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

import it.dgc.common.messages.AuditEvent;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Ground;

/** What a request does to a certificate, by the rules of Allegato B, chapter 2; depends on nothing else. */
sealed interface Decision {

    /**
     * It is followed.
     *
     * @param state where the certificate stands then
     * @param grounds why it is revoked then
     * @param type {@code REVOKED} while a ground stands, else {@code RESTORED}
     */
    record Followed(CertificateState state, Set<Ground> grounds, AuditEvent.Type type) implements Decision {}

    /** It is not. */
    record Refused(RevocationRefusal refusal) implements Decision {}

    /**
     * @param requestedAt when it was communicated
     * @param ended whether the last day of validity has passed
     */
    static Decision of(CertificateEntry entry, Change change, Instant requestedAt, boolean ended) {
        return switch (change) {
            case Change.Revoke revoke -> revoke(entry, revoke.ground(), requestedAt, ended);
            case Change.Restore restore -> restore(entry, requestedAt, ended);
        };
    }

    private static Decision revoke(CertificateEntry entry, Ground ground, Instant requestedAt, boolean ended) {
        if (entry.state() == CertificateState.REFUSED || ended && ground == Ground.CONDITION_ENDED) {
            return new Refused(RevocationRefusal.NOT_ALLOWED);
        }
        if (ground == Ground.POSITIVE_TEST && entry.tests().isRecoveredAfter(requestedAt)) {
            return new Refused(RevocationRefusal.OUTDATED);
        }
        Set<Ground> grounds = grounds(entry);
        grounds.add(ground);
        return new Followed(revoked(entry.state()), grounds, AuditEvent.Type.REVOKED);
    }

    private static Decision restore(CertificateEntry entry, Instant requestedAt, boolean ended) {
        if (entry.state() == CertificateState.REVOKED_BEFORE_ISSUE && !entry.isTombstone()
                && (ended || entry.record().isEmpty())) {
            return new Refused(RevocationRefusal.NOT_ALLOWED);
        }
        Set<Ground> grounds = grounds(entry);
        if (!grounds.remove(Ground.POSITIVE_TEST)) {
            return new Refused(RevocationRefusal.NOT_ALLOWED);
        }
        if (entry.tests().isPositiveAfter(requestedAt)) {
            return new Refused(RevocationRefusal.OUTDATED);
        }
        return grounds.isEmpty()
                ? new Followed(restored(entry), grounds, AuditEvent.Type.RESTORED)
                : new Followed(entry.state(), grounds, AuditEvent.Type.REVOKED);
    }

    private static CertificateState revoked(CertificateState state) {
        return switch (state) {
            case ISSUED, REVOKED -> CertificateState.REVOKED;
            case PINNED, DEFERRED, REVOKED_BEFORE_ISSUE, REFUSED -> CertificateState.REVOKED_BEFORE_ISSUE;
        };
    }

    /** What was not issued yet goes on where it was stopped. */
    private static CertificateState restored(CertificateEntry entry) {
        if (entry.state() == CertificateState.REVOKED) {
            return CertificateState.ISSUED;
        }
        if (entry.isTombstone()) {
            return entry.state();
        }
        return entry.intent().isPresent() ? CertificateState.PINNED : CertificateState.DEFERRED;
    }

    private static Set<Ground> grounds(CertificateEntry entry) {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        grounds.addAll(entry.grounds());
        return grounds;
    }
}
