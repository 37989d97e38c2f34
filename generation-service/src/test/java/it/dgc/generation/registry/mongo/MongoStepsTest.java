package it.dgc.generation.registry.mongo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.Entries;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.Revision;
import it.dgc.generation.registry.SignedCertificate;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.MutableClock;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("architecture D4: what comes between a hint and its step loses neither")
class MongoStepsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static MongoServer server;
    private static MongoClient client;

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    private MongoCollections collections;
    private CertificateDocument documents;
    private MongoOutbox outbox;
    private MongoCertificateRegistry registry;

    @BeforeAll
    static void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.shutdownNow();
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        MongoDatabase database = client.getDatabase("steps");
        database.drop();
        collections = MongoCollections.of(database);
        collections.createIndexes();
        documents = new CertificateDocument(Secrets.loadOrCreate(directory));
        outbox = new MongoOutbox(collections, clock);
        registry = new MongoCertificateRegistry(collections, documents, outbox,
                new MongoDeliveries(collections, documents, () -> true, clock),
                new MongoHoldings(collections, documents));
        registry.add(Entries.entry(1, Entries.PINNED));
        registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of()))
                .ifPresent(lease -> outbox.sent(lease, List.of()));
    }

    @Test
    @DisplayName("an erasure that takes longer than its lease has its event sent")
    void sendsTheEventOfASlowErasure() {
        new MongoErasures(before(this::sweepInVain), outbox,
                new MongoHoldings(collections, documents)).erase(Entries.uvci(1),
                        List.of(Entries.event(1, "erased")));
        assertSent("erased");
    }

    @Test
    @DisplayName("ENDED is sent also when its step takes longer than its lease")
    void sendsTheEndOfASlowStep() {
        revise(collections, revoked());
        clock.advance(MINUTE);
        outbox.sent(outbox.lease(MINUTE).orElseThrow(), List.of());
        new MongoRevisions(before(this::sweepInVain), documents, outbox,
                new MongoHoldings(collections, documents))
                .end(new DueCertificate(Entries.LAST_DAY, Entries.uvci(1)), 1, Entries.event(1, "ended"));
        assertSent("ended");
    }

    @Test
    @DisplayName("what was revoked has its end told though somebody crossed off the hint before the step")
    void announcesTheEndAgainAfterTheStep() {
        revise(before(() -> collections.endHints().deleteMany(new Document())), revoked());
        assertThat(revisions(collections).ended(Entries.LAST_DAY, 10)).extracting(DueCertificate::uvci)
                .containsExactly(Entries.uvci(1));
    }

    @Test
    @DisplayName("what is resumed is due though somebody crossed off the hint before the step")
    void announcesTheDayAgainAfterTheStep() {
        revise(before(() -> collections.deferralHints().deleteMany(new Document())),
                new Revision(CertificateState.DEFERRED, Set.of(), "r", List.of()));
        assertThat(registry.due(Entries.FIRST_DAY, 10)).extracting(DueCertificate::uvci)
                .containsExactly(Entries.uvci(1));
    }

    @Test
    @DisplayName("what is revoked is erased in its time though somebody crossed off the hint before the step")
    void announcesTheErasureAgainAfterTheStep() {
        revise(before(() -> collections.erasureHints().deleteMany(new Document())), revoked());
        assertThat(new MongoErasures(collections, outbox,
                new MongoHoldings(collections, documents)).ended(Entries.LAST_DAY, 10))
                .extracting(DueCertificate::uvci).containsExactly(Entries.uvci(1));
    }

    @Test
    @DisplayName("what is resumed just before its erasure is not erased, and still found by its holder")
    void findsWhatWasResumedBeforeItsErasure() {
        MongoHoldings holdings = new MongoHoldings(collections, documents);
        assertThat(new MongoErasures(before(() -> collections.certificates().updateOne(new Document(),
                Updates.set("state", CertificateState.DEFERRED.name()))), outbox, holdings)
                .erase(Entries.uvci(1), List.of())).isFalse();
        assertThat(holdings.of(Events.HOLDER.fiscalCode(), Entries.FIRST_DAY)).hasSize(1);
        assertThat(holdings.of(Entries.authCode(1))).hasSize(1);
    }

    @Test
    @DisplayName("an erasure that was killed in the middle leaves no way from the holder to the certificate, once it is repeated")
    void forgetsTheHolderAfterAKill() {
        MongoHoldings holdings = new MongoHoldings(collections, documents);
        MongoErasures killed = new MongoErasures(collections, outbox,
                new MongoHoldings(killedAtHolderHints(), documents));
        assertThatThrownBy(() -> killed.erase(Entries.uvci(1), List.of())).hasMessage("killed");
        collections.holderHints().deleteOne(new Document());
        collections.erasureHints().deleteMany(new Document());
        new MongoHintRepair(collections, new MongoDeliveries(collections, documents, () -> true, clock), holdings,
                clock)
                .repair();
        assertThat(collections.holderHints().countDocuments()).as("erased, so not led to again").isEqualTo(1);
        MongoErasures erasures = new MongoErasures(collections, outbox, holdings);
        assertThat(erasures.ended(Entries.LAST_DAY, 10)).hasSize(1);
        assertThat(erasures.erase(Entries.uvci(1), List.of())).isFalse();
        assertThat(collections.holderHints().countDocuments()).isZero();
        assertThat(collections.certificates().find().first()).containsEntry("erased", true)
                .doesNotContainKeys("holderIndex", "authCodeIndex", "doctorIndex", "record");
    }

    private void sweepInVain() {
        clock.advance(Duration.ofSeconds(10).plus(MINUTE));
        OutboxLease lease = outbox.lease(MINUTE).orElseThrow();
        assertThat(outbox.pending(lease.uvci())).isEmpty();
        outbox.sent(lease, List.of());
    }

    private void assertSent(String what) {
        clock.advance(MINUTE.plusSeconds(1));
        assertThat(outbox.lease(MINUTE)).map(OutboxLease::uvci).isEqualTo(Optional.of(Entries.uvci(1)));
        assertThat(outbox.pending(Entries.uvci(1))).containsExactly(Entries.event(1, what));
    }

    private static Revision revoked() {
        return new Revision(CertificateState.REVOKED, Set.of(Ground.FRAUD), "r", List.of());
    }

    private void revise(MongoCollections seen, Revision revision) {
        assertThat(revisions(seen).revise(registry.find(Entries.uvci(1)).orElseThrow(), revision, Entries.LAST_DAY))
                .isPresent();
    }

    private MongoRevisions revisions(MongoCollections seen) {
        return new MongoRevisions(seen, documents, outbox,
                new MongoHoldings(collections, documents));
    }

    private MongoCollections killedAtHolderHints() {
        return new MongoCollections(collections.certificates(), collections.outboxHints(),
                collections.deferralHints(), collections.deliveryHints(), collections.erasureHints(),
                collections.endHints(), collections.suspendedDoctors(), collections.revokedBatches(),
                collections.keyChecks(), before(collections.holderHints(), () -> {
                    throw new IllegalStateException("killed");
                }));
    }

    /** @return the same collections, where something happens just before a certificate is changed for the first time */
    private MongoCollections before(Runnable event) {
        return new MongoCollections(before(collections.certificates(), event), collections.outboxHints(),
                collections.deferralHints(), collections.deliveryHints(), collections.erasureHints(),
                collections.endHints(), collections.suspendedDoctors(), collections.revokedBatches(),
                collections.keyChecks(), collections.holderHints());
    }

    @SuppressWarnings("unchecked")
    private static MongoCollection<Document> before(MongoCollection<Document> documents, Runnable event) {
        AtomicBoolean isOver = new AtomicBoolean();
        return (MongoCollection<Document>) Proxy.newProxyInstance(MongoCollection.class.getClassLoader(),
                new Class<?>[]{MongoCollection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("updateOne") && !isOver.getAndSet(true)) {
                        event.run();
                    }
                    try {
                        return method.invoke(documents, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
