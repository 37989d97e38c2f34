package it.dgc.generation.events;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.messages.CertificateEvent;
import it.dgc.common.messages.CertificateEvent.Type;
import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.OutboxMessage;
import tools.jackson.databind.json.JsonMapper;

/** Composes the events of certificates as they travel. */
public final class CertificateEventFactory {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private CertificateEventFactory() {}

    /** @return the event that a certificate was issued; a certificate is issued once, so its id is the certificate's */
    public static OutboxMessage issued(Uvci uvci, Instant at) {
        return message("issued-" + uvci.value(), Type.ISSUED, uvci, at, null, null);
    }

    /** @return the event that it must not be accepted any more */
    public static OutboxMessage revoked(Uvci uvci, String requestId, Instant at) {
        return message("revoked-" + step(uvci, requestId), Type.REVOKED, uvci, at, requestId, null);
    }

    /** @return the event that it may be accepted again */
    public static OutboxMessage restored(Uvci uvci, String requestId, Instant at) {
        return message("restored-" + step(uvci, requestId), Type.RESTORED, uvci, at, requestId, null);
    }

    /**
     * @param revisions how often it was decided before: what is revoked again ends again
     * @return the event that a revoked certificate has ended by itself and need not be listed any more
     */
    public static OutboxMessage ended(Uvci uvci, LocalDate lastDay, int revisions, Instant at) {
        return message("ended-" + step(uvci, lastDay.toString() + '-' + revisions), Type.ENDED, uvci, at, null, null);
    }

    /** @param refusal code of what stands against the request */
    public static OutboxMessage revocationRefused(Uvci uvci, String requestId, String refusal, Instant at) {
        return message("revocation-refused-" + step(uvci, requestId), Type.REVOCATION_REFUSED, uvci, at, requestId,
                refusal);
    }

    /** @return the event that everything which a doctor certified in a time was revoked, {@code certificates} in all */
    public static OutboxMessage batchRevoked(String requestId, int certificates, Instant at) {
        return message(requestId, new CertificateEvent(CertificateEvent.SCHEMA_VERSION, "batch-revoked-" + requestId,
                Type.BATCH_REVOKED, null, at.toString(), requestId, null, certificates));
    }

    /** @param refusal code of what stands against the whole batch */
    public static OutboxMessage batchRefused(String requestId, String refusal, Instant at) {
        return message(requestId, new CertificateEvent(CertificateEvent.SCHEMA_VERSION, "batch-refused-" + requestId,
                Type.REVOCATION_REFUSED, null, at.toString(), requestId, refusal, null));
    }

    private static String step(Uvci uvci, String cause) {
        return cause + '/' + uvci.value();
    }

    private static OutboxMessage message(String eventId, Type type, Uvci uvci, Instant at, String requestId,
            String refusal) {
        return message(uvci.value(), new CertificateEvent(CertificateEvent.SCHEMA_VERSION, eventId, type, uvci.value(),
                at.toString(), requestId, refusal, null));
    }

    private static OutboxMessage message(String key, CertificateEvent event) {
        return new OutboxMessage(event.eventId(), Topics.CERTIFICATE_EVENTS, key, JSON.writeValueAsString(event));
    }
}
