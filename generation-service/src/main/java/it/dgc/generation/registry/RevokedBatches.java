package it.dgc.generation.registry;

import java.time.Instant;
import java.util.List;

import it.dgc.common.person.CodiceFiscale;

/**
 * The batches that were revoked: what was still on its way then must not be issued afterwards. Kept by blind index of the
 * doctor alone.
 */
public interface RevokedBatches {

    /** Survives a crash once it has returned; the same again changes nothing. */
    void keep(CodiceFiscale doctor, RevokedBatch batch);

    /** @return of each, in their order, the requests that revoked it */
    List<List<String>> covering(List<Receipt> receipts);

    /** @return the requests that revoked what Sistema TS received of {@code doctor} at that instant */
    default List<String> covering(CodiceFiscale doctor, Instant receivedAt) {
        return covering(List.of(new Receipt(doctor, receivedAt))).getFirst();
    }

    /**
     * That a notification came.
     *
     * @param doctor who certified it
     * @param at when Sistema TS received it
     */
    record Receipt(CodiceFiscale doctor, Instant at) {}
}
