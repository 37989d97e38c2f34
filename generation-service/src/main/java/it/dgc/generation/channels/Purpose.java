package it.dgc.generation.channels;

import it.dgc.common.messages.AuditEvent;

/** What the portal wants to give its visitor. */
enum Purpose {
    /** The AUTHCODE (Allegato B, chapter 5). */
    AUTHCODE(AuditEvent.Type.AUTHCODE_RECOVERED),
    /** The certificate of who has no health card (chapter 6). */
    CERTIFICATE_WITHOUT_CARD(AuditEvent.Type.CERTIFICATE_FETCHED),
    /** The certificate by its code and a health card (section 5.2). */
    CERTIFICATE_WITH_CODE(AuditEvent.Type.CERTIFICATE_FETCHED);

    private final AuditEvent.Type event;

    Purpose(AuditEvent.Type event) {
        this.event = event;
    }

    AuditEvent.Type event() {
        return event;
    }
}
