package it.dgc.generation.registry.mongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Entries;
import it.dgc.generation.registry.SignedCertificate;
import it.dgc.generation.secrets.FieldCipher;
import it.dgc.generation.secrets.KeysetRotation;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("reliability P23: a wrong key fails closed; a new key is taken by every stored field")
class MongoKeysTest {

    /** Longer than a field may be on its way to the store under the old key. */
    private static final Duration LATE = Duration.ofMinutes(11);

    private static MongoServer server;
    private static MongoClient client;

    private final MutableClock clock = MutableClock.pinned("2022-01-10T09:00:00Z");
    @TempDir
    private Path directory;
    private MongoCollections collections;

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
    void open() {
        MongoDatabase database = client.getDatabase("keys");
        database.drop();
        collections = MongoCollections.of(database);
        collections.createIndexes();
    }

    @Test
    void takesTheSecretsThatTheStoreWasWrittenWith() {
        new MongoKeyCheck(collections, Secrets.loadOrCreate(directory)).prepare();
        MongoKeyCheck again = new MongoKeyCheck(collections, Secrets.load(directory));
        assertThat(again.isPassed()).isFalse();
        again.prepare();
        assertThat(again.isPassed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"field-encryption.json", "blind-index.json", "uvci-derivation.json",
            "authcode-derivation.json"})
    void refusesOthersAndNamesTheFile(String keyset) throws IOException {
        new MongoKeyCheck(collections, Secrets.loadOrCreate(directory)).prepare();
        Files.delete(directory.resolve(keyset));
        MongoKeyCheck check = new MongoKeyCheck(collections, Secrets.loadOrCreate(directory));
        assertThatExceptionOfType(SecretsException.class).isThrownBy(check::prepare).withMessageContaining(keyset);
        assertThat(check.isPassed()).isFalse();
    }

    @Test
    @DisplayName("no AUTHCODE leaves before the secrets are known to be the store's")
    void tellsNobodyAnythingBeforeTheCheck() {
        Secrets secrets = Secrets.loadOrCreate(directory);
        MongoKeyCheck check = new MongoKeyCheck(collections, secrets);
        issue(secrets, 1);
        MongoDeliveries deliveries = new MongoDeliveries(collections, new CertificateDocument(secrets),
                check::isPassed, clock);
        clock.advance(Duration.ofMinutes(1));
        assertThat(deliveries.lease(Duration.ofMinutes(1))).isEmpty();
        check.prepare();
        assertThat(deliveries.lease(Duration.ofMinutes(1))).isPresent();
    }

    @Test
    void encryptsEveryFieldAnewWhenAnotherKeyIsPrimary() {
        Secrets before = Secrets.loadOrCreate(directory);
        new MongoKeyCheck(collections, before).prepare();
        issue(before, 1);
        issue(before, 2);
        int old = before.fields().primaryKeyId();
        Secrets after = rotated();
        MongoReencryption reencryption = checked(after);
        assertThat(reencryption.inUse(old)).isTrue();
        reencryption.reencrypt();
        reencryption.reencrypt();
        assertThat(keyIds()).containsOnly(after.fields().primaryKeyId()).hasSize(4);
        assertThat(reencryption.inUse(old)).as("a late write may be on its way").isTrue();
        clock.advance(LATE);
        assertThat(reencryption.inUse(old)).as("nobody has looked since").isTrue();
        reencryption.reencrypt();
        assertThat(reencryption.inUse(old)).isFalse();
        assertThat(reencryption.inUse(after.fields().primaryKeyId())).isTrue();
        KeysetRotation.drop(directory, old);
        assertReadable(Secrets.load(directory), 2);
        assertThatCode(() -> new MongoKeyCheck(collections, Secrets.load(directory)).prepare())
                .doesNotThrowAnyException();
    }

    @Test
    void goesOnUntilARoundHasFoundNothing() {
        Secrets before = Secrets.loadOrCreate(directory);
        new MongoKeyCheck(collections, before).prepare();
        issue(before, 1);
        Secrets after = rotated();
        MongoReencryption reencryption = checked(after);
        reencryption.reencrypt();
        issue(before, 2);
        reencryption.reencrypt();
        reencryption.reencrypt();
        assertThat(keyIds()).containsOnly(after.fields().primaryKeyId());
    }

    @Test
    void renewsWhatIsWrittenLateUnderTheOldKey() {
        Secrets before = Secrets.loadOrCreate(directory);
        new MongoKeyCheck(collections, before).prepare();
        int old = before.fields().primaryKeyId();
        MongoReencryption reencryption = checked(rotated());
        reencryption.reencrypt();
        reencryption.reencrypt();
        issue(before, 1);
        clock.advance(LATE);
        reencryption.reencrypt();
        assertThat(keyIds()).hasSize(2).doesNotContain(old);
        assertThat(reencryption.inUse(old)).as("that round found something").isTrue();
        reencryption.reencrypt();
        assertThat(reencryption.inUse(old)).isFalse();
    }

    @Test
    @DisplayName("a store that noted its primary key before rounds were verified is verified by the next round")
    void looksOnceMoreAtAStoreFromBefore() {
        Secrets before = Secrets.loadOrCreate(directory);
        new MongoKeyCheck(collections, before).prepare();
        Secrets after = rotated();
        MongoReencryption reencryption = checked(after);
        reencryption.reencrypt();
        issue(before, 1);
        note("$unset", new Document("verified", 1));
        clock.advance(LATE);
        reencryption.reencrypt();
        reencryption.reencrypt();
        assertThat(keyIds()).containsOnly(after.fields().primaryKeyId());
        assertThat(reencryption.inUse(before.fields().primaryKeyId())).isFalse();
    }

    @Test
    void verifiesAnewWhenTheOldKeyIsPromotedAgain() {
        Secrets before = Secrets.loadOrCreate(directory);
        MongoReencryption first = checked(before);
        verify(first);
        Secrets after = rotated();
        MongoReencryption second = checked(after);
        second.reencrypt();
        issue(after, 1);
        KeysetRotation.promote(directory, before.fields().primaryKeyId());
        MongoReencryption again = checked(Secrets.load(directory));
        assertThat(again.inUse(after.fields().primaryKeyId())).isTrue();
        again.reencrypt();
        assertThat(again.inUse(after.fields().primaryKeyId())).isTrue();
        verify(again);
        assertThat(keyIds()).containsOnly(before.fields().primaryKeyId());
        assertThat(again.inUse(after.fields().primaryKeyId())).isFalse();
    }

    @Test
    @DisplayName("an instance that still has the old primary key lets no round be the last")
    void beginsAnewWhereAnotherInstanceIsBehind() {
        Secrets before = Secrets.loadOrCreate(directory);
        MongoReencryption behind = checked(before);
        Secrets after = rotated();
        MongoReencryption ahead = checked(after);
        ahead.reencrypt();
        clock.advance(LATE);
        behind.reencrypt();
        ahead.reencrypt();
        assertThat(ahead.inUse(before.fields().primaryKeyId())).isTrue();
        verify(ahead);
        assertThat(ahead.inUse(before.fields().primaryKeyId())).isFalse();
    }

    @Test
    @DisplayName("the service starts without the old key as soon as it may be dropped")
    void renewsTheSealBeforeTheOldKeyMayBeDropped() {
        Secrets before = Secrets.loadOrCreate(directory);
        new MongoKeyCheck(collections, before).prepare();
        MongoReencryption reencryption = checked(rotated());
        reencryption.reencrypt();
        KeysetRotation.drop(directory, before.fields().primaryKeyId());
        assertThatCode(() -> new MongoKeyCheck(collections, Secrets.load(directory)).prepare())
                .doesNotThrowAnyException();
    }

    @Test
    void leavesADamagedFieldAndRenewsTheOthers() {
        Secrets before = Secrets.loadOrCreate(directory);
        new MongoKeyCheck(collections, before).prepare();
        issue(before, 1);
        issue(before, 2);
        Document first = collections.certificates().find(new Document("_id", Entries.uvci(1).value())).first();
        byte[] damaged = first.get("record", Binary.class).getData();
        damaged[damaged.length - 1] ^= 1;
        collections.certificates().updateOne(new Document("_id", Entries.uvci(1).value()),
                new Document("$set", new Document("record", new Binary(damaged))));
        Secrets after = rotated();
        MongoReencryption reencryption = checked(after);
        reencryption.reencrypt();
        reencryption.reencrypt();
        assertThat(keyIds()).filteredOn(id -> id != after.fields().primaryKeyId()).hasSize(1);
        clock.advance(LATE);
        reencryption.reencrypt();
        assertThat(reencryption.inUse(before.fields().primaryKeyId())).isFalse();
    }

    private void verify(MongoReencryption reencryption) {
        reencryption.reencrypt();
        clock.advance(LATE);
        reencryption.reencrypt();
    }

    private void note(String operator, Document fields) {
        collections.keyChecks().updateOne(new Document("_id", MongoKeyCheck.ID), new Document(operator, fields));
    }

    private Secrets rotated() {
        KeysetRotation.promote(directory, KeysetRotation.addKey(directory));
        return Secrets.load(directory);
    }

    private MongoReencryption checked(Secrets secrets) {
        MongoKeyCheck check = new MongoKeyCheck(collections, secrets);
        check.prepare();
        return new MongoReencryption(collections, secrets.fields(), check, clock);
    }

    private void issue(Secrets secrets, int number) {
        CertificateDocument documents = new CertificateDocument(secrets);
        MongoCertificateRegistry registry = new MongoCertificateRegistry(collections, documents,
                new MongoOutbox(collections, clock), new MongoDeliveries(collections, documents, () -> true, clock),
                new MongoHoldings(collections, documents));
        registry.add(Entries.entry(number, Entries.PINNED));
        registry.issue(new SignedCertificate(Entries.uvci(number), Entries.SIGNED, Set.of(Channel.EMAIL), List.of()));
    }

    private void assertReadable(Secrets secrets, int count) {
        AtomicInteger read = new AtomicInteger();
        CertificateDocument documents = new CertificateDocument(secrets);
        for (int number = 1; number <= count; number++) {
            Document found = collections.certificates()
                    .find(new Document("cuevIndex", documents.cuevIndex(Events.cuev(number)))).first();
            assertThat(documents.entry(found).qrText()).hasValue(Entries.QR_TEXT);
            read.incrementAndGet();
        }
        assertThat(read).hasValue(count);
    }

    private List<Integer> keyIds() {
        return collections.certificates().find().into(new ArrayList<>()).stream()
                .flatMap(document -> Stream.of("record", "qrText")
                        .map(field -> document.get(field, Binary.class)))
                .map(field -> FieldCipher.keyIdOf(field.getData()).orElseThrow()).toList();
    }
}
