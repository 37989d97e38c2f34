package it.dgc.generation.events;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import it.dgc.common.messages.AuditEvent;
import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.OutboxMessage;
import tools.jackson.databind.json.JsonMapper;

/** Composes the events for the auditor; the id of each is a function of the step, so that a repetition is recognised. */
public final class AuditEventFactory {

    /** Acts where nobody asked: at the end of a time. */
    private static final AuditEvent.Actor PLATFORM = new AuditEvent.Actor("PLATFORM", null);
    private static final AuditEvent.Actor PORTAL = new AuditEvent.Actor("PORTAL", null);

    private static final List<AuditEvent.Type> REVISIONS = List.of(AuditEvent.Type.REVOKED, AuditEvent.Type.RESTORED,
            AuditEvent.Type.REVOCATION_REFUSED, AuditEvent.Type.REVOCATION_OUTDATED);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AuditEventFactory() {}

    public static OutboxMessage issued(Uvci uvci, AuditEvent.Actor actor, Instant at) {
        return message(AuditEvent.Type.ISSUED, uvci.value(), uvci.value(), null, actor, at);
    }

    /** @param reason code of what stands against it */
    public static OutboxMessage refused(Uvci uvci, String reason, AuditEvent.Actor actor, Instant at) {
        return message(AuditEvent.Type.REFUSED, uvci.value(), uvci.value(), reason, actor, at);
    }

    /**
     * @param origin the record that was refused; there may be several for one certificate
     * @param subject the certificate it is about, where that can be known, else the origin
     */
    public static OutboxMessage refusedRecord(String origin, String subject, String reason, AuditEvent.Actor actor,
            Instant at) {
        return message(AuditEvent.Type.REFUSED, origin, subject, reason, actor, at);
    }

    /**
     * @param type {@code REVOKED}, {@code RESTORED}, {@code REVOCATION_REFUSED} or {@code REVOCATION_OUTDATED}
     * @param requestId the request that was decided
     */
    public static OutboxMessage revision(AuditEvent.Type type, Uvci uvci, String requestId, String reason,
            AuditEvent.Actor actor, Instant at) {
        return message(type, requestId + '/' + uvci.value(), uvci.value(), reason, actor, at);
    }

    /** @return the ids by one of which a certificate knows that it decided that request */
    public static List<String> revisions(String requestId, Uvci uvci) {
        return REVISIONS.stream().map(type -> id(type, requestId + '/' + uvci.value())).toList();
    }

    /** @param reason the ground, a colon and how many certificates it was */
    public static OutboxMessage batchRevoked(String requestId, String reason, AuditEvent.Actor actor, Instant at) {
        return message(AuditEvent.Type.BATCH_REVOKED, requestId, requestId, reason, actor, at);
    }

    /**
     * What an operator does is a step each time.
     *
     * @param type {@code DOCTOR_SUSPENDED} or {@code DOCTOR_RESTORED}
     * @param doctor keyed hash of the doctor's code, hex
     */
    public static OutboxMessage doctor(AuditEvent.Type type, String doctor, AuditEvent.Actor actor, Instant at) {
        String subject = "doctor/" + doctor;
        return message(type, subject + '#' + UUID.randomUUID(), subject, null, actor, at);
    }

    /**
     * What was given is told each time.
     *
     * @param type {@code AUTHCODE_RECOVERED} or {@code CERTIFICATE_FETCHED}
     * @param reason by which form it was asked for
     */
    public static OutboxMessage given(AuditEvent.Type type, Uvci uvci, String reason, Instant at) {
        return message(type, uvci.value() + '#' + UUID.randomUUID(), uvci.value(), reason, PORTAL, at);
    }

    public static OutboxMessage erased(Uvci uvci, Instant at) {
        return message(AuditEvent.Type.ERASED, uvci.value(), uvci.value(), null, PLATFORM, at);
    }

    /** @return the id of the event that {@code step}, taken once, leaves behind */
    public static String id(AuditEvent.Type type, String step) {
        return "audit-" + type.name().toLowerCase(Locale.ROOT) + '-' + step;
    }

    private static OutboxMessage message(AuditEvent.Type type, String step, String subject, String reason,
            AuditEvent.Actor actor, Instant at) {
        AuditEvent event = new AuditEvent(AuditEvent.SCHEMA_VERSION, id(type, step), type, subject, reason, actor,
                at.toString());
        return new OutboxMessage(event.eventId(), Topics.AUDIT, subject, JSON.writeValueAsString(event));
    }
}
