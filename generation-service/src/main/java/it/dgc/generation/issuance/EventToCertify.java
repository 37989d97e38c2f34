package it.dgc.generation.issuance;

import java.time.Instant;

import it.dgc.common.codes.Cuev;

/**
 * A notified health event, every field checked.
 *
 * @param cuev the exemption's code
 * @param holder whom it is about
 * @param statement what shall be attested
 * @param reportedAt when Sistema TS received it
 * @param contact where the holder wants to be reached
 * @param language of messages and documents
 */
public record EventToCertify(Cuev cuev, Holder holder, Statement statement, Instant reportedAt, Contact contact,
        Language language) {

    @Override
    public String toString() {
        return "EventToCertify[" + cuev + ']';
    }
}
