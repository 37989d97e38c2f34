package it.dgc.generation.revocation;

import java.time.Instant;
import java.util.Optional;

import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.issuance.Doctor;

/**
 * A request to revoke or to restore, every field checked.
 *
 * @param requestId identifies it
 * @param target what it is about
 * @param change what shall be done
 * @param doctor who communicates it
 * @param requestedAt when Sistema TS received it: of two about the same test, the later one holds
 */
public record RevocationOrder(String requestId, Target target, Change change, Doctor doctor, Instant requestedAt) {

    @Override
    public String toString() {
        return "RevocationOrder[" + change + ']';
    }

    /** What a request is about. */
    public sealed interface Target {}

    /** One certificate; at least one of the two codes is there. */
    public record One(Optional<Cuev> cuev, Optional<Uvci> uvci) implements Target {}

    /**
     * All certificates of a doctor that Sistema TS received in a time.
     *
     * @param doctor who certified
     * @param from first instant
     * @param until first instant that no longer counts
     */
    public record Batch(CodiceFiscale doctor, Instant from, Instant until) implements Target {}
}
