package it.dgc.generation.testing;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import it.dgc.common.person.CodiceFiscale;
import it.dgc.generation.registry.RevokedBatch;
import it.dgc.generation.registry.RevokedBatches;

/** The revoked batches in memory. */
public final class InMemoryRevokedBatches implements RevokedBatches {

    private final Map<CodiceFiscale, Set<RevokedBatch>> batches = new ConcurrentHashMap<>();

    @Override
    public synchronized void keep(CodiceFiscale doctor, RevokedBatch batch) {
        batches.computeIfAbsent(doctor, none -> new LinkedHashSet<>()).add(batch);
    }

    @Override
    public synchronized List<String> covering(CodiceFiscale doctor, Instant receivedAt) {
        return batches.getOrDefault(doctor, Set.of()).stream().filter(batch -> batch.covers(receivedAt))
                .map(RevokedBatch::requestId).toList();
    }
}
