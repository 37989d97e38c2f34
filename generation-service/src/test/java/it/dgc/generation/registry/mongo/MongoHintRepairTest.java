package it.dgc.generation.registry.mongo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.DueDelivery;
import it.dgc.generation.registry.Entries;
import it.dgc.generation.registry.Ground;
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

@DisplayName("architecture D4: hints are repaired by a job")
class MongoHintRepairTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static MongoServer server;
    private static MongoClient client;

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    private MongoCollections collections;
    private MongoOutbox outbox;
    private MongoDeliveries deliveries;
    private MongoCertificateRegistry registry;
    private MongoErasures erasures;
    private MongoRevisions revisions;
    private MongoHintRepair repair;

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
        MongoDatabase database = client.getDatabase("repair");
        database.drop();
        collections = MongoCollections.of(database);
        collections.createIndexes();
        CertificateDocument documents = new CertificateDocument(Secrets.loadOrCreate(directory));
        outbox = new MongoOutbox(collections, clock);
        deliveries = new MongoDeliveries(collections, documents, () -> true, clock);
        registry = new MongoCertificateRegistry(collections, documents, outbox, deliveries,
                new MongoHoldings(collections, documents));
        erasures = new MongoErasures(collections, outbox,
                new MongoHoldings(collections, documents));
        revisions = new MongoRevisions(collections, documents, outbox,
                new MongoHoldings(collections, documents));
        repair = new MongoHintRepair(collections, deliveries,
                new MongoHoldings(collections, documents), clock);
    }

    @Test
    void findsAgainTheMessagesThatWaitInAnOutbox() {
        issue(1);
        loseHints();
        assertThat(outbox.lease(MINUTE)).isEmpty();
        repairAndWait();
        assertThat(outbox.lease(MINUTE)).hasValueSatisfying(
                lease -> assertThat(lease.uvci()).isEqualTo(Entries.uvci(1)));
    }

    @Test
    void findsAgainWhatTheHolderIsToBeTold() {
        issue(1);
        DueDelivery told = lease();
        deliveries.delivered(told);
        loseHints();
        repairAndWait();
        assertThat(lease()).isEqualTo(new DueDelivery(told.uvci(), other(told.channel()), 0, told.record()));
        assertThat(deliveries.lease(MINUTE)).isEmpty();
    }

    @Test
    @DisplayName("a certificate left pinned is due as a deferred one is")
    void findsAgainWhatIsNotFinished() {
        registry.add(Entries.entry(1, Entries.DEFERRED));
        registry.add(Entries.entry(2, Entries.PINNED));
        registry.add(Entries.entry(3, Entries.REFUSED));
        loseHints();
        repairAndWait();
        assertThat(registry.due(Entries.FIRST_DAY, 10)).extracting(DueCertificate::uvci)
                .containsExactlyInAnyOrder(Entries.uvci(1), Entries.uvci(2));
    }

    @Test
    void findsAgainWhatIsToBeErased() {
        registry.add(Entries.entry(1, Entries.REFUSED));
        registry.add(Entries.open(2, Entries.PINNED));
        registry.add(Entries.entry(3, Entries.REFUSED));
        erasures.erase(Entries.uvci(3), List.of());
        List<DueCertificate> before = erasures.ended(Entries.LAST_DAY.plusYears(5), 10);
        loseHints();
        repairAndWait();
        assertThat(erasures.ended(Entries.LAST_DAY.plusYears(5), 10)).isNotEmpty().isSubsetOf(before)
                .extracting(DueCertificate::uvci).contains(Entries.uvci(1), Entries.uvci(2))
                .doesNotContain(Entries.uvci(3));
    }

    @Test
    @DisplayName("what has no last day ends on the day that was noted, or, where none was, today")
    void findsAgainWhatIsToBeErasedAndHasNoLastDay() {
        registry.add(Entries.open(1, Entries.DEFERRED));
        registry.refuse(Entries.uvci(1), "DOCTOR_SUSPENDED", Entries.LAST_DAY, List.of());
        registry.add(Entries.open(2, Entries.REFUSED));
        registry.add(Entries.open(3, Entries.DEFERRED));
        loseHints();
        repairAndWait();
        assertThat(erasures.ended(Entries.LAST_DAY.plusYears(5), 10)).containsExactly(
                new DueCertificate(Entries.FIRST_DAY, Entries.uvci(2)),
                new DueCertificate(Entries.LAST_DAY, Entries.uvci(1)));
    }

    @Test
    void findsAgainWhatWasRevokedAndHasItsEndStillToBeTold() {
        issue(1);
        issue(2);
        for (int number = 1; number <= 2; number++) {
            revisions.revise(registry.find(Entries.uvci(number)).orElseThrow(), new Revision(CertificateState.REVOKED,
                    Set.of(Ground.FRAUD), "r", List.of()), Entries.LAST_DAY);
        }
        DueCertificate told = new DueCertificate(Entries.LAST_DAY, Entries.uvci(1));
        revisions.end(told, 1, Entries.event(1, "ended"));
        loseHints();
        repairAndWait();
        assertThat(revisions.ended(Entries.LAST_DAY, 10)).extracting(DueCertificate::uvci)
                .containsExactly(Entries.uvci(2));
    }

    @Test
    void findsAgainTheEndOfWhatWasRevokedAfterItsEndWasTold() {
        issue(1);
        revise(Ground.POSITIVE_TEST, "r1");
        revisions.end(new DueCertificate(Entries.LAST_DAY, Entries.uvci(1)), 1, Entries.event(1, "ended"));
        revise(Ground.FRAUD, "r2");
        loseHints();
        repairAndWait();
        assertThat(revisions.ended(Entries.LAST_DAY, 10)).hasSize(1);
    }

    private void revise(Ground ground, String id) {
        revisions.revise(registry.find(Entries.uvci(1)).orElseThrow(), new Revision(CertificateState.REVOKED,
                Set.of(ground), id, List.of()), Entries.LAST_DAY);
    }

    @Test
    void isNotStoppedByWhatWasRevokedBeforeItsNotification() {
        revisions.entomb(Entries.uvci(9), Events.cuev(9), new Revision(CertificateState.REVOKED_BEFORE_ISSUE,
                Set.of(Ground.FRAUD), "r", List.of()), Entries.LAST_DAY);
        registry.add(Entries.entry(1, Entries.DEFERRED));
        loseHints();
        repairAndWait();
        assertThat(registry.due(Entries.FIRST_DAY, 10)).hasSize(1);
    }

    @Test
    void isNotStoppedByWhatAHandHasSpoilt() {
        spoilt("no identifier", "DEFERRED", "2022-01-10");
        spoilt(Entries.uvci(8).value(), "NO_STATE", "2022-01-10");
        spoilt(Entries.uvci(9).value(), "DEFERRED", "tomorrow");
        registry.add(Entries.entry(1, Entries.DEFERRED));
        loseHints();
        repairAndWait();
        assertThat(registry.due(Entries.FIRST_DAY, 10)).extracting(DueCertificate::uvci)
                .containsExactly(Entries.uvci(1));
    }

    private void spoilt(String id, String state, String validFrom) {
        collections.certificates().insertOne(new Document("_id", id).append("cuevIndex", id).append("state", state)
                .append("validFrom", validFrom));
    }

    @Test
    void leavesALeaseToWhoHasIt() {
        issue(1);
        DueDelivery leased = lease();
        repair.repair();
        assertThat(deliveries.lease(MINUTE)).isPresent().hasValueSatisfying(
                due -> assertThat(due.channel()).isNotEqualTo(leased.channel()));
        assertThat(deliveries.lease(MINUTE)).isEmpty();
    }

    private void issue(int number) {
        registry.add(Entries.entry(number, Entries.PINNED));
        registry.issue(new SignedCertificate(Entries.uvci(number), Entries.SIGNED, Set.of(Channel.EMAIL, Channel.SMS),
                List.of(Entries.event(number))));
        clock.advance(Duration.ofSeconds(10));
    }

    private DueDelivery lease() {
        return deliveries.lease(MINUTE).orElseThrow();
    }

    private static Channel other(Channel channel) {
        return channel == Channel.EMAIL ? Channel.SMS : Channel.EMAIL;
    }

    private void loseHints() {
        collections.outboxHints().deleteMany(new Document());
        collections.deferralHints().deleteMany(new Document());
        collections.deliveryHints().deleteMany(new Document());
        collections.erasureHints().deleteMany(new Document());
        collections.endHints().deleteMany(new Document());
    }

    private void repairAndWait() {
        repair.repair();
        clock.advance(Duration.ofSeconds(10));
    }
}
