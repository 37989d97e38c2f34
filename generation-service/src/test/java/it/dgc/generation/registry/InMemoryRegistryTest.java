package it.dgc.generation.registry;

import java.nio.file.Path;

import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.testing.InMemoryRegistry;
import it.dgc.generation.testing.InMemoryRevokedBatches;
import it.dgc.generation.testing.InMemorySuspendedDoctors;
import it.dgc.generation.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The register in memory may be trusted in place of the real one")
class InMemoryRegistryTest
        implements
            CertificateRegistryContract,
            OutboxContract,
            ErasuresContract,
            RevisionsContract,
            SuspendedDoctorsContract,
            RevokedBatchesContract {

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    private final InMemorySuspendedDoctors doctors = new InMemorySuspendedDoctors();
    private final InMemoryRevokedBatches batches = new InMemoryRevokedBatches();
    private InMemoryRegistry registry;

    @BeforeEach
    void open(@TempDir Path directory) {
        registry = new InMemoryRegistry(Secrets.loadOrCreate(directory).index(), clock);
    }

    @Override
    public CertificateRegistry registry() {
        return registry;
    }

    @Override
    public Outbox outbox() {
        return registry;
    }

    @Override
    public Revisions revisions() {
        return registry.revisions();
    }

    @Override
    public Erasures erasures() {
        return registry.erasures();
    }

    @Override
    public SuspendedDoctors doctors() {
        return doctors;
    }

    @Override
    public RevokedBatches batches() {
        return batches;
    }

    @Override
    public MutableClock clock() {
        return clock;
    }
}
