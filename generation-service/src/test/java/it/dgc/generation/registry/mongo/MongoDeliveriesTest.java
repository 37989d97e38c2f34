package it.dgc.generation.registry.mongo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import it.dgc.common.codes.Cuev;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Deliveries;
import it.dgc.generation.registry.DeliveriesContract;
import it.dgc.generation.registry.DueDelivery;
import it.dgc.generation.registry.Entries;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.NewCertificate;
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

@DisplayName("The messages to holders in MongoDB")
class MongoDeliveriesTest implements DeliveriesContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static MongoServer server;
    private static MongoClient client;

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    private MongoCollections collections;
    private MongoDeliveries deliveries;
    private MongoCertificateRegistry registry;
    private MongoRevisions revisions;
    private MongoErasures erasures;
    private int entered;

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
        MongoDatabase database = client.getDatabase("deliveries");
        database.drop();
        collections = MongoCollections.of(database);
        collections.createIndexes();
        CertificateDocument documents = new CertificateDocument(Secrets.loadOrCreate(directory));
        MongoOutbox outbox = new MongoOutbox(collections, clock);
        deliveries = new MongoDeliveries(collections, documents, () -> true, clock);
        registry = new MongoCertificateRegistry(collections, documents, outbox, deliveries,
                new MongoHoldings(collections, documents));
        revisions = new MongoRevisions(collections, documents, outbox,
                new MongoHoldings(collections, documents));
        erasures = new MongoErasures(collections, outbox,
                new MongoHoldings(collections, documents));
    }

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public MutableClock clock() {
        return clock;
    }

    @Override
    public void enter(Uvci uvci, String record, Channel channel) {
        if (registry.find(uvci).isEmpty()) {
            Cuev cuev = Events.cuev(++entered);
            registry.add(new NewCertificate(uvci, 7, cuev, Entries.authCode(entered), Events.HOLDER.fiscalCode(),
                    Events.DOCTOR.fiscalCode(), record, Entries.FIRST_DAY, Optional.of(Entries.LAST_DAY),
                    Entries.PINNED));
            registry.issue(new SignedCertificate(uvci, Entries.SIGNED, Set.of(channel), List.of()));
        } else {
            deliveries.announce(uvci, Set.of(channel));
            collections.certificates().updateOne(new Document("_id", uvci.value()),
                    new Document("$set", new Document("deliveries." + channel, "WAITING")));
        }
        clock.advance(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("what is announced before its certificate is issued waits for it")
    void leavesAMessageWhoseCertificateIsNotIssuedYet() {
        registry.add(Entries.entry(1, Entries.PINNED));
        deliveries.announce(Entries.uvci(1), Set.of(Channel.SMS));
        clock.advance(MINUTE);
        assertThat(deliveries.lease(MINUTE)).isEmpty();
        registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(Channel.SMS), List.of()));
        clock.advance(MINUTE.plusSeconds(1));
        assertThat(deliveries.lease(MINUTE)).isPresent();
    }

    @Test
    @DisplayName("whoever issues for the second time gives a leased message to nobody else")
    void keepsTheLeaseWhenIssueComesAgain() {
        enter(Entries.uvci(1), Entries.record(1), Channel.EMAIL);
        DueDelivery leased = deliveries.lease(MINUTE).orElseThrow();
        registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(Channel.EMAIL), List.of()));
        clock.advance(Duration.ofSeconds(10));
        assertThat(deliveries.lease(MINUTE)).isEmpty();
        deliveries.delivered(leased);
        registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(Channel.EMAIL), List.of()));
        clock.advance(Duration.ofDays(1));
        assertThat(deliveries.lease(MINUTE)).isEmpty();
    }

    @Test
    void tellsNobodyOfARevokedCertificateAndDoesOnceItIsRestored() {
        enter(Entries.uvci(1), Entries.record(1), Channel.EMAIL);
        revise(CertificateState.REVOKED, Set.of(Ground.POSITIVE_TEST));
        assertThat(deliveries.lease(MINUTE)).isEmpty();
        revise(CertificateState.ISSUED, Set.of());
        clock.advance(MINUTE.plusSeconds(1));
        assertThat(deliveries.lease(MINUTE)).isPresent();
    }

    @Test
    void tellsNobodyOfWhatWasErased() {
        enter(Entries.uvci(1), Entries.record(1), Channel.EMAIL);
        erasures.erase(Entries.uvci(1), List.of());
        assertThat(deliveries.lease(MINUTE)).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(deliveries.lease(MINUTE)).isEmpty();
        assertThat(collections.deliveryHints().countDocuments()).isZero();
    }

    @Test
    void keepsWhatBecameOfEachMessage() {
        enter(Entries.uvci(1), Entries.record(1), Channel.EMAIL);
        deliveries.undeliverable(deliveries.lease(MINUTE).orElseThrow(), "SMTP_550");
        assertThat(collections.certificates().find().first().get("deliveries"))
                .isEqualTo(new Document("EMAIL", "UNDELIVERABLE:SMTP_550"));
    }

    private void revise(CertificateState state, Set<Ground> grounds) {
        CertificateEntry entry = registry.find(Entries.uvci(1)).orElseThrow();
        revisions.revise(entry, new Revision(state, grounds, "r" + entry.revisions().size(), List.of()),
                Entries.LAST_DAY);
    }
}
