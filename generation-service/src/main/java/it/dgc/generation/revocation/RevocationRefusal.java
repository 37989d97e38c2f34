package it.dgc.generation.revocation;

import it.dgc.common.messages.AuditEvent;

/** Why a request is not followed. The name is the code that the requester sees. */
public enum RevocationRefusal {
    /** No certificate has that identifier. */
    UNKNOWN,
    /** CUEV and identifier are of two certificates. */
    MISMATCH,
    /** The certificate is not in a state for it, or the doctor is suspended. */
    NOT_ALLOWED,
    /** Something newer was communicated of the same test: the message was overtaken on its way (ADR 0020). */
    OUTDATED;

    AuditEvent.Type type() {
        return this == OUTDATED ? AuditEvent.Type.REVOCATION_OUTDATED : AuditEvent.Type.REVOCATION_REFUSED;
    }
}
