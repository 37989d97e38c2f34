package it.dgc.revocation.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import it.dgc.revocation.drl.ListEditor;
import it.dgc.revocation.drl.disk.ListDirectory;
import it.dgc.revocation.drl.hashes.RevokedHash;
import it.dgc.revocation.drl.served.ServedList;
import it.dgc.revocation.publication.ledger.LogRow.Change;

/** One instance of the service, without Spring: its list, its rounds and what it serves. */
final class Instance implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(10);
    static final Duration LEASE = Duration.ofSeconds(30);

    final ServedList served;
    final PublicationState state = new PublicationState();
    final RevocationList list;
    private final ListDirectory directory;
    private final ListUpkeep upkeep;

    Instance(String name, InMemoryStore store, Clock clock, Path disk) {
        served = new ServedList(clock, Duration.ZERO);
        directory = ListDirectory.open(disk);
        list = new RevocationList(store.log(), store.register(), editor());
        Publisher publisher = new Publisher(list, store.register(), new PublishGuard(0.5, 20), state,
                new Publisher.Pace(EVERY, LEASE), clock, name);
        upkeep = new ListUpkeep(list, publisher, directory, served, state, clock);
    }

    private ListEditor editor() {
        try {
            return directory.load(4).map(version -> ListEditor.of(version, Duration.ofDays(30)))
                    .orElseGet(() -> ListEditor.empty(4, Duration.ofDays(30)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void round() {
        upkeep.round();
    }

    void revoke(List<RevokedHash> hashes) {
        hashes.forEach(hash -> list.apply("revoked-" + hash, Change.ADDED, hash));
    }

    long version() {
        return served.version().map(version -> version.mark().version()).orElse(0L);
    }

    int total() {
        return served.version().orElseThrow().mark().total();
    }

    @Override
    public void close() {
        directory.close();
    }
}
