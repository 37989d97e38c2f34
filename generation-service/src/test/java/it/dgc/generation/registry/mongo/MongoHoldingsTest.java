package it.dgc.generation.registry.mongo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import it.dgc.common.codes.AuthCode;
import it.dgc.deploy.backends.TestBackends;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.Entries;
import it.dgc.generation.secrets.Secrets;
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

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A holder's certificates are found by what the holder knows, and only keyed hashes of it are kept")
class MongoHoldingsTest {

    /** Collections that were written to. */
    private static final List<String> COMMANDS = new CopyOnWriteArrayList<>();

    private static MongoClient client;

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    private MongoCollections collections;
    private MongoOutbox outbox;
    private MongoDeliveries deliveries;
    private MongoCertificateRegistry registry;
    private MongoHoldings holdings;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestBackends.mongo("holdings")))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        if (event.getCommandName().equals("update")) {
                            COMMANDS.add(event.getCommand().getString("update").getValue());
                        }
                    }
                }).build());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        MongoDatabase database = client.getDatabase("holdings");
        database.drop();
        collections = MongoCollections.of(database);
        collections.createIndexes();
        CertificateDocument documents = new CertificateDocument(Secrets.loadOrCreate(directory));
        outbox = new MongoOutbox(collections, clock);
        holdings = new MongoHoldings(collections, documents);
        deliveries = new MongoDeliveries(collections, documents, () -> true, clock);
        registry = new MongoCertificateRegistry(collections, documents, outbox, deliveries, holdings);
    }

    @Test
    void findsByPersonAndFirstDayAndByCode() {
        registry.add(Entries.entry(1, Entries.PINNED));
        registry.add(Entries.entry(2, Entries.PINNED));
        registry.add(Entries.deferredTo(3, Entries.FIRST_DAY.plusDays(1)));
        assertThat(found(Entries.FIRST_DAY)).extracting(CertificateEntry::uvci)
                .containsExactlyInAnyOrder(Entries.uvci(1), Entries.uvci(2));
        assertThat(holdings.of(Entries.authCode(2))).extracting(CertificateEntry::uvci)
                .containsExactly(Entries.uvci(2));
        assertThat(found(Entries.FIRST_DAY.minusDays(1))).isEmpty();
        assertThat(holdings.of(AuthCode.derive(new byte[16]))).isEmpty();
        assertThat(holdings.of(Events.DOCTOR.fiscalCode(), Entries.FIRST_DAY)).isEmpty();
    }

    @Test
    @DisplayName("a certificate whose fields were altered is not given, and hides no other of the same person")
    void findsTheOthersBesideADamagedOne() {
        registry.add(Entries.entry(1, Entries.PINNED));
        registry.add(Entries.entry(2, Entries.PINNED));
        byte[] altered = collections.certificates().find(new Document("_id", Entries.uvci(1).value())).first()
                .get("record", Binary.class).getData();
        altered[altered.length - 1] ^= 1;
        collections.certificates().updateOne(new Document("_id", Entries.uvci(1).value()),
                new Document("$set", new Document("record", new Binary(altered))));
        assertThat(found(Entries.FIRST_DAY)).extracting(CertificateEntry::uvci).containsExactly(Entries.uvci(2));
        assertThat(holdings.of(Entries.authCode(1))).isEmpty();
    }

    @Test
    @DisplayName("both hints of a certificate take one command, and what was refused, which is never given, takes none")
    void writesTheHintsOfACertificateAtOnce() {
        COMMANDS.clear();
        registry.add(Entries.entry(1, Entries.PINNED));
        assertThat(COMMANDS.stream().filter("holderHints"::equals)).hasSize(1);
        assertThat(collections.holderHints().countDocuments()).isEqualTo(2);
        COMMANDS.clear();
        registry.add(Entries.entry(2, Entries.REFUSED));
        new MongoHintRepair(collections, deliveries, holdings, clock).repair();
        assertThat(holdings.of(Entries.authCode(2))).isEmpty();
        assertThat(COMMANDS).doesNotContain("holderHints");
    }

    @Test
    void keepsNeitherPersonNorCodeInClear() {
        registry.add(Entries.entry(1, Entries.PINNED));
        for (Document hint : collections.holderHints().find()) {
            assertThat(hint.toJson()).doesNotContain(Events.HOLDER.fiscalCode().value(), Entries.authCode(1).value());
        }
    }

    @Test
    @DisplayName("after the end nobody is led to anybody: the hints go with the fields")
    void forgetsWithTheErasure() {
        registry.add(Entries.entry(1, Entries.REFUSED));
        registry.add(Entries.entry(2, Entries.PINNED));
        MongoErasures erasures = new MongoErasures(collections, outbox, holdings);
        erasures.erase(Entries.uvci(1), List.of());
        erasures.erase(Entries.uvci(2), List.of());
        assertThat(holdings.of(Entries.authCode(1))).isEmpty();
        assertThat(found(Entries.FIRST_DAY)).extracting(CertificateEntry::uvci).containsExactly(Entries.uvci(2));
        assertThat(collections.holderHints().countDocuments()).isEqualTo(2);
    }

    @Test
    @DisplayName("certificates that were entered before there were hints are found after a repair")
    void findsAgainWhatIsMissing() {
        registry.add(Entries.entry(1, Entries.PINNED));
        registry.add(Entries.entry(2, Entries.REFUSED));
        new MongoErasures(collections, outbox, holdings).erase(Entries.uvci(2), List.of());
        collections.holderHints().drop();
        new MongoHintRepair(collections, deliveries, holdings, clock).repair();
        assertThat(found(Entries.FIRST_DAY)).extracting(CertificateEntry::uvci).containsExactly(Entries.uvci(1));
        assertThat(holdings.of(Entries.authCode(1))).hasSize(1);
        assertThat(collections.holderHints().countDocuments()).isEqualTo(2);
    }

    private List<CertificateEntry> found(LocalDate firstDay) {
        return holdings.of(Events.HOLDER.fiscalCode(), firstDay);
    }
}
