package it.dgc.generation.testing;

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
    public synchronized List<List<String>> covering(List<Receipt> receipts) {
        return receipts.stream().map(receipt -> batches.getOrDefault(receipt.doctor(), Set.of()).stream()
                .filter(batch -> batch.covers(receipt.at())).map(RevokedBatch::requestId).toList()).toList();
    }
}
