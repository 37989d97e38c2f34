package it.dgc.revocation.publication.store;

import it.dgc.revocation.publication.ledger.HeldReason;
import it.dgc.revocation.publication.ledger.HeldVersion;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The version that was held back last.
 *
 * @param id there is one
 * @param version the number that it would have
 * @param position the last change in it
 * @param reason why
 */
@Document("held")
record HeldDocument(@Id String id, long version, long position, HeldReason reason) {

    static final String ONLY = "held";

    static HeldDocument of(HeldVersion held) {
        return new HeldDocument(ONLY, held.version(), held.position(), held.reason());
    }

    HeldVersion toHeld() {
        return new HeldVersion(version, position, reason);
    }
}
