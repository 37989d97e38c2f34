package it.dgc.generation.registry.mongo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.CertificateRegistryContract;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Entries;
import it.dgc.generation.registry.Erasures;
import it.dgc.generation.registry.ErasuresContract;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.NewCertificate;
import it.dgc.generation.registry.Outbox;
import it.dgc.generation.registry.OutboxContract;
import it.dgc.generation.registry.RegisterInventory;
import it.dgc.generation.registry.Revision;
import it.dgc.generation.registry.Revisions;
import it.dgc.generation.registry.RevisionsContract;
import it.dgc.generation.registry.RevokedBatch;
import it.dgc.generation.registry.RevokedBatches;
import it.dgc.generation.registry.RevokedBatchesContract;
import it.dgc.generation.registry.SignedCertificate;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.registry.SuspendedDoctorsContract;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.secrets.SecretsException;
import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.MutableClock;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("The register in MongoDB")
class MongoRegistryTest
        implements
            CertificateRegistryContract,
            OutboxContract,
            ErasuresContract,
            RevisionsContract,
            SuspendedDoctorsContract,
            RevokedBatchesContract {

    private static MongoServer server;
    private static MongoClient client;

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    private Secrets secrets;
    private MongoDatabase database;
    private MongoCollections collections;
    private MongoOutbox outbox;
    private MongoDeliveries deliveries;
    private CertificateDocument documents;
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
        secrets = Secrets.loadOrCreate(directory);
        database = client.getDatabase("generation");
        database.drop();
        collections = MongoCollections.of(database);
        collections.createIndexes();
        outbox = new MongoOutbox(collections, clock);
        documents = new CertificateDocument(secrets);
        deliveries = new MongoDeliveries(collections, documents, () -> true, clock);
        registry = new MongoCertificateRegistry(collections, documents, outbox, deliveries,
                new MongoHoldings(collections, documents));
    }

    @Override
    public CertificateRegistry registry() {
        return registry;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Revisions revisions() {
        return new MongoRevisions(collections, documents, outbox,
                new MongoHoldings(collections, documents));
    }

    @Override
    public Erasures erasures() {
        return new MongoErasures(collections, outbox,
                new MongoHoldings(collections, documents));
    }

    @Override
    public SuspendedDoctors doctors() {
        return new MongoSuspendedDoctors(collections, secrets.index());
    }

    @Override
    public RevokedBatches batches() {
        return new MongoRevokedBatches(collections, secrets.index());
    }

    @Override
    public MutableClock clock() {
        return clock;
    }

    @Test
    void mayBePreparedAgain() {
        registry.add(Entries.entry(1, Entries.PINNED));
        collections.createIndexes();
        assertThat(registry.find(Events.cuev(1))).isPresent();
    }

    @Test
    void isOpenedFromOutsideTheService() {
        registry.add(Entries.entry(1, Entries.PINNED));
        assertThat(Registries.mongo(database, secrets, clock).find(Events.cuev(1)))
                .isEqualTo(registry.find(Events.cuev(1)));
    }

    @Test
    @DisplayName("architecture D10: no personal field stands in clear, nor as a hash that could be enumerated")
    void storesNoPersonalFieldInClear() {
        registry.add(Entries.entry(1, Entries.PINNED));
        registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of(Entries.event(1))));
        registry.add(Entries.entry(2, Entries.DEFERRED));
        registry.add(Entries.entry(3, Entries.REFUSED));
        doctors().suspend(Events.DOCTOR.fiscalCode());
        batches().keep(Events.DOCTOR.fiscalCode(), new RevokedBatch("r1", clock.instant(), clock.instant(),
                Ground.FRAUD));
        String dump = dump();
        assertThat(dump).contains(Entries.uvci(1).value(), "VALIDITY_ENDED", "suspendedDoctors", "revokedBatches");
        for (String secret : personal().toList()) {
            assertThat(dump).doesNotContainIgnoringCase(secret)
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8)));
        }
    }

    @Test
    @DisplayName("reliability P23: after the erasure nothing that leads to a person is left, not even a keyed hash")
    void erasesEveryFieldThatLeadsToAPerson() {
        registry.add(Entries.entry(1, Entries.PINNED));
        registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of()));
        erasures().erase(Entries.uvci(1), List.of());
        assertThat(collections.certificates().find().first()).containsOnlyKeys("_id", "cuevIndex", "contentIndex",
                "derivation", "validFrom", "validUntil", "state", "intent", "deliveries", "erased", "outbox", "grounds",
                "revisions");
    }

    @Test
    void revokesWhatWasEnteredBeforeThereWereRevisions() {
        registry.add(Entries.entry(1, Entries.PINNED));
        registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of()));
        collections.certificates().updateOne(new Document("_id", Entries.uvci(1).value()),
                new Document("$unset", new Document("revisions", 1).append("grounds", 1)));
        CertificateEntry old = registry.find(Entries.uvci(1)).orElseThrow();
        assertThat(revisions().revise(old, new Revision(CertificateState.REVOKED, Set.of(Ground.FRAUD), "r1",
                List.of()), Entries.LAST_DAY)).isPresent();
        assertThat(registry.find(Entries.uvci(1)).orElseThrow().revisions()).containsExactly("r1");
    }

    @Test
    void countsWhatTheAuditorAsksFor() {
        registry.add(Entries.entry(1, Entries.PINNED));
        registry.issue(new SignedCertificate(Entries.uvci(1), Entries.SIGNED, Set.of(), List.of(Entries.event(1))));
        registry.add(Entries.entry(2, Entries.REFUSED));
        erasures().erase(Entries.uvci(2), List.of());
        RegisterInventory inventory = Registries.inventory(database);
        List<RegisterInventory.Line> lines = new ArrayList<>();
        inventory.forEach(lines::add);
        assertThat(lines).containsExactlyInAnyOrder(
                new RegisterInventory.Line(Entries.uvci(1), CertificateState.ISSUED, false, List.of(),
                        Set.of("issued-1")),
                new RegisterInventory.Line(Entries.uvci(2), CertificateState.REFUSED, true, List.of(), Set.of()));
        assertThat(inventory.contains(Entries.uvci(1))).isTrue();
        assertThat(inventory.contains(Entries.uvci(3))).isFalse();
    }

    @Test
    void refusesARecordThatWasMovedToAnotherCertificate() {
        registry.add(Entries.entry(1, Entries.PINNED));
        registry.add(Entries.entry(2, Entries.PINNED));
        Document first = collections.certificates().find(new Document("_id", Entries.uvci(1).value())).first();
        collections.certificates().updateOne(new Document("_id", Entries.uvci(2).value()),
                new Document("$set", new Document("record", first.get("record"))));
        assertThatExceptionOfType(SecretsException.class).isThrownBy(() -> registry.find(Events.cuev(2)));
    }

    @Test
    void keepsAnOpenEnd() {
        registry.add(Entries.open(1, Entries.DEFERRED));
        assertThat(collections.certificates().find().first()).containsEntry("validUntil", null)
                .containsEntry("derivation", new Document("keyVersion", 7).append("counter", 0));
    }

    private static Stream<String> personal() {
        return Stream.of(1, 2, 3).flatMap(number -> Stream.concat(
                Events.personalTexts(Events.exemption(number, "2022-01-10", null)).stream(),
                Stream.of(Events.cuev(number).prefixed(), Entries.authCode(number).value(),
                        Entries.authCode(number).sha256Hex(), "HC1:")));
    }

    /** Everything in the store: its JSON, and each binary field as the bytes that it is. */
    private String dump() {
        StringBuilder dump = new StringBuilder();
        for (String name : database.listCollectionNames()) {
            dump.append(name).append('\n');
            for (Document document : database.getCollection(name).find()) {
                dump.append(document.toJson()).append('\n');
                dumpBytes(document, dump);
            }
        }
        return dump.toString();
    }

    private static void dumpBytes(Object value, StringBuilder dump) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(part -> dumpBytes(part, dump));
            case List<?> list -> list.forEach(part -> dumpBytes(part, dump));
            case Binary binary -> dump.append(new String(binary.getData(), ISO_8859_1)).append('\n');
            case null, default -> {
            }
        }
    }
}
