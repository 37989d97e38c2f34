package it.dgc.generation.registry.mongo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import it.dgc.deploy.backends.TestBackends;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.DueDelivery;
import it.dgc.generation.registry.Entries;
import it.dgc.generation.registry.Notice;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.SignedCertificate;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.testing.MutableClock;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What was recovered on the portal is told to the registered contact (Allegato B, chapters 5 and 6)")
class MongoRecoveriesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Notice NOTICE = new Notice("r-1", "DE", Instant.parse("2022-01-10T08:59:59.123Z"));
    private static final Notice SECOND = new Notice("r-2", "FR", Instant.parse("2022-01-10T09:00:00Z"));
    private static final OutboxMessage EVENT = Entries.event(1, "given");

    private static MongoClient client;

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    private MongoCollections collections;
    private MongoOutbox outbox;
    private MongoDeliveries deliveries;
    private MongoHoldings holdings;
    private MongoCertificateRegistry registry;
    private MongoRecoveries recoveries;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(TestBackends.mongo("recoveries"));
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        MongoDatabase database = client.getDatabase("recoveries");
        database.drop();
        collections = MongoCollections.of(database);
        collections.createIndexes();
        CertificateDocument documents = new CertificateDocument(Secrets.loadOrCreate(directory));
        outbox = new MongoOutbox(collections, clock);
        deliveries = new MongoDeliveries(collections, documents, () -> true, clock);
        holdings = new MongoHoldings(collections, documents);
        registry = new MongoCertificateRegistry(collections, documents, outbox, deliveries, holdings);
        recoveries = new MongoRecoveries(collections, outbox, deliveries);
        registry.add(Entries.entry(1, Entries.PINNED));
    }

    @Test
    @DisplayName("event, language and notice come in one step of an issued certificate, or not at all")
    void takesNoteOfWhatWasGiven() {
        assertThat(recoveries.note(Entries.uvci(1), NOTICE, Set.of(Channel.EMAIL), List.of(EVENT))).isEmpty();
        issue();
        Optional<OutboxLease> lease = recoveries.note(Entries.uvci(1), NOTICE, Set.of(Channel.EMAIL), List.of(EVENT));
        assertThat(outbox.pending(lease.orElseThrow().uvci())).containsExactly(EVENT);
        assertThat(certificate().getString("language")).isEqualTo("DE");
        assertThat(due()).hasValueSatisfying(due -> {
            assertThat(due.channel()).isEqualTo(Channel.EMAIL);
            assertThat(due.record()).isEqualTo(Entries.record(1));
            assertThat(due.notice()).contains(NOTICE);
        });
        assertThat(due()).isEmpty();
    }

    @Test
    void tellsOfEachRecoveryOnceByEachChannel() {
        issue();
        recoveries.note(Entries.uvci(1), NOTICE, Set.of(Channel.EMAIL, Channel.SMS), List.of());
        recoveries.note(Entries.uvci(1), SECOND, Set.of(Channel.SMS), List.of());
        recoveries.note(Entries.uvci(1), new Notice("r-3", "IT", NOTICE.at()), Set.of(), List.of());
        List<DueDelivery> told = List.of(due().orElseThrow(), due().orElseThrow(), due().orElseThrow());
        assertThat(told).extracting(due -> due.channel() + " " + due.notice().orElseThrow().id())
                .containsExactlyInAnyOrder("EMAIL r-1", "SMS r-1", "SMS r-2");
        told.forEach(deliveries::delivered);
        afterTheLease();
        assertThat(due()).isEmpty();
        assertThat(collections.deliveryHints().countDocuments()).isZero();
    }

    @Test
    @DisplayName("a revocation between recovery and message takes the warning from nobody")
    void tellsAlsoWhenTheCertificateIsRevokedMeanwhile() {
        issue();
        recoveries.note(Entries.uvci(1), NOTICE, Set.of(Channel.EMAIL), List.of());
        collections.certificates().updateOne(new Document(), new Document("$set", new Document("state", "REVOKED")));
        assertThat(due().orElseThrow().notice()).contains(NOTICE);
    }

    @Test
    void keepsAnAnnouncementWhoseStepMayStillComeAndForgetsItAfterAnHour() {
        issue();
        deliveries.announce(Entries.uvci(1), NOTICE.id(), Set.of(Channel.EMAIL));
        assertThat(due()).isEmpty();
        assertThat(collections.deliveryHints().countDocuments()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(61));
        assertThat(due()).isEmpty();
        assertThat(collections.deliveryHints().countDocuments()).isZero();
    }

    @Test
    void findsAgainNoticesWhoseHintsAreLost() {
        issue();
        recoveries.note(Entries.uvci(1), NOTICE, Set.of(Channel.EMAIL, Channel.SMS), List.of());
        deliveries.delivered(due().orElseThrow());
        collections.deliveryHints().drop();
        new MongoHintRepair(collections, deliveries, holdings, clock).repair();
        assertThat(due().orElseThrow().notice()).contains(NOTICE);
        assertThat(due()).isEmpty();
    }

    @Test
    @DisplayName("an erasure takes the notices with it: nothing is given, noted or told after it")
    void forgetsWithTheErasure() {
        issue();
        recoveries.note(Entries.uvci(1), NOTICE, Set.of(Channel.EMAIL), List.of());
        DueDelivery underWay = due().orElseThrow();
        new MongoErasures(collections, outbox, holdings).erase(Entries.uvci(1), List.of());
        deliveries.delivered(underWay);
        assertThat(certificate()).doesNotContainKeys("notices", "language");
        assertThat(recoveries.note(Entries.uvci(1), SECOND, Set.of(Channel.EMAIL), List.of(EVENT))).isEmpty();
        assertThat(due()).isEmpty();
    }

    private void issue() {
        outbox.sent(registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of()))
                .orElseThrow(), List.of());
    }

    private Document certificate() {
        return collections.certificates().find().first();
    }

    private Optional<DueDelivery> due() {
        clock.advance(Duration.ofSeconds(2));
        return deliveries.lease(MINUTE);
    }

    private void afterTheLease() {
        clock.advance(MINUTE);
    }
}
