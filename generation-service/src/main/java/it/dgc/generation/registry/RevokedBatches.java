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

    /** @return the requests that revoked what Sistema TS received of {@code doctor} at that instant */
    List<String> covering(CodiceFiscale doctor, Instant receivedAt);
}
