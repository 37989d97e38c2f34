package it.dgc.generation.events;

import java.time.Instant;

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
        return message("issued-" + uvci.value(), Type.ISSUED, uvci, at);
    }

    private static OutboxMessage message(String eventId, Type type, Uvci uvci, Instant at) {
        CertificateEvent event = new CertificateEvent(CertificateEvent.SCHEMA_VERSION, eventId, type, uvci.value(),
                at.toString(), null);
        return new OutboxMessage(eventId, Topics.CERTIFICATE_EVENTS, uvci.value(), JSON.writeValueAsString(event));
    }
}
