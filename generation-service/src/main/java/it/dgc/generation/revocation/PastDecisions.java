package it.dgc.generation.revocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import it.dgc.common.messages.AuditEvent;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.events.AuditEventFactory;
import it.dgc.generation.events.CertificateEventFactory;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.OutboxMessage;

/** What was decided about a certificate, read from the ids of its revisions. */
final class PastDecisions {

    private static final List<AuditEvent.Type> DECISIONS = List.of(AuditEvent.Type.REVOKED, AuditEvent.Type.RESTORED,
            AuditEvent.Type.REVOCATION_REFUSED, AuditEvent.Type.REVOCATION_OUTDATED);

    private PastDecisions() {}

    static boolean contain(CertificateEntry entry, String requestId) {
        return entry.revisions().stream().anyMatch(revision -> isOf(requestId, entry.uvci(), revision));
    }

    static boolean containRevocation(CertificateEntry entry, String requestId) {
        return entry.revisions().contains(id(AuditEvent.Type.REVOKED, entry.uvci(), requestId));
    }

    /**
     * Who has lost the earlier ones must not be left with an old decision as the last: so the later ones follow.
     *
     * @return the events of that request and of all that were decided after it, each with the id it had then
     */
    static List<OutboxMessage> since(CertificateEntry entry, String requestId, Instant at) {
        return entry.revisions().stream().dropWhile(revision -> !isOf(requestId, entry.uvci(), revision))
                .flatMap(revision -> event(entry.uvci(), revision, at).stream()).toList();
    }

    private static boolean isOf(String requestId, Uvci uvci, String revision) {
        return AuditEventFactory.revisions(requestId, uvci).contains(revision);
    }

    private static Optional<OutboxMessage> event(Uvci uvci, String revision, Instant at) {
        return DECISIONS.stream().flatMap(type -> requestId(type, uvci, revision)
                .map(requestId -> event(type, uvci, requestId, at))).findFirst();
    }

    private static OutboxMessage event(AuditEvent.Type type, Uvci uvci, String requestId, Instant at) {
        return switch (type) {
            case REVOKED -> CertificateEventFactory.revoked(uvci, requestId, at);
            case RESTORED -> CertificateEventFactory.restored(uvci, requestId, at);
            case REVOCATION_OUTDATED -> CertificateEventFactory.revocationRefused(uvci, requestId,
                    RevocationRefusal.OUTDATED.name(), at);
            // Other refusals are of what has no entry, and leave no revision.
            default -> CertificateEventFactory.revocationRefused(uvci, requestId, RevocationRefusal.NOT_ALLOWED.name(),
                    at);
        };
    }

    private static Stream<String> requestId(AuditEvent.Type type, Uvci uvci, String revision) {
        String before = AuditEventFactory.id(type, "");
        String after = '/' + uvci.value();
        return revision.startsWith(before) && revision.endsWith(after)
                ? Stream.of(revision.substring(before.length(), revision.length() - after.length()))
                : Stream.empty();
    }

    private static String id(AuditEvent.Type type, Uvci uvci, String requestId) {
        return AuditEventFactory.id(type, requestId + '/' + uvci.value());
    }
}
