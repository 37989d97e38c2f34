package it.dgc.deploy.backends;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedStoreTest {

    private static final Document UNIQUE = new Document("code", 1);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersHelloAsAPrimaryWithoutSessions(boolean inFile) {
        try (EmbeddedStore store = store(inFile); MongoClient client = client(store)) {
            Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

            assertThat(hello).containsEntry("isWritablePrimary", true).containsEntry("ok", 1.0)
                    .doesNotContainKey("logicalSessionTimeoutMinutes");
            assertThatExceptionOfType(MongoClientException.class).isThrownBy(() -> {
                try (ClientSession session = client.startSession()) {
                    session.startTransaction();
                    codes(client).insertOne(session, new Document("code", "never"));
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void letsOneOfSixteenRacersHaveAKey(boolean inFile) throws Exception {
        int racers = 16;
        int rounds = 30;
        try (EmbeddedStore store = store(inFile);
                MongoClient client = client(store);
                ExecutorService threads = Executors.newFixedThreadPool(racers)) {
            MongoCollection<Document> codes = codes(client);
            codes.createIndex(UNIQUE, new IndexOptions().unique(true));
            CyclicBarrier start = new CyclicBarrier(racers);
            Callable<Integer> racer = () -> wins(codes, start, rounds);

            int wins = 0;
            for (Future<Integer> each : threads.invokeAll(Collections.nCopies(racers, racer))) {
                wins += each.get();
            }
            assertThat(wins).isEqualTo(rounds);
            assertThat(codes.countDocuments()).isEqualTo(rounds);
        }
    }

    @Test
    void keepsDocumentsAndUniqueIndexOverARestart() {
        try (EmbeddedStore store = store(true); MongoClient client = client(store)) {
            codes(client).createIndex(UNIQUE, new IndexOptions().unique(true));
            codes(client).insertOne(new Document("code", "a"));
        }
        try (EmbeddedStore store = store(true); MongoClient client = client(store)) {
            assertThat(codes(client).countDocuments(new Document("code", "a"))).isEqualTo(1);
            assertThat(inserted(codes(client), "a")).isFalse();
            assertThat(inserted(codes(client), "b")).isTrue();
        }
    }

    @Test
    void refusesAFileInUse() {
        try (EmbeddedStore store = store(true)) {
            assertThat(store.connectionString()).matches("mongodb://127\\.0\\.0\\.1:\\d+");
            assertThatIllegalStateException().isThrownBy(() -> store(true))
                    .withMessageContaining("Another store uses this file");
        }
    }

    @Test
    void refusesAPortInUseAndLeavesTheFileFree() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatIllegalStateException().isThrownBy(() -> EmbeddedStore.start(file(), taken.getLocalPort()))
                        .withMessageContaining("Port " + taken.getLocalPort());
            }
        }
    }

    @Test
    void refusesAFileThatIsNoStore() throws IOException {
        Files.writeString(file(), "not a store ".repeat(2_000));
        assertThatIllegalStateException().isThrownBy(() -> store(true))
                .withMessageContaining("cannot be opened as a store");
    }

    @Test
    void refusesAFileOfAnotherFormat() {
        try (MVStore other = MVStore.open(file().toString())) {
            other.openMap("databases.test.codes").put("a", "serialized");
        }
        assertThatIllegalStateException().isThrownBy(() -> store(true)).withMessageContaining("another release");
    }

    @Test
    @DisplayName("every kind of value that a document or a key holds is the same after a restart")
    void keepsValuesOfEveryKind() {
        List<Object> values = Arrays.asList(null, "text", "", 1, 2L, 2.5, true, new Date(1_600_000_000_000L),
                new Binary(new byte[]{0, (byte) 0xFF}), new ObjectId(), UUID.randomUUID(), List.of("first", "second"),
                new Document("b", List.of(new Document("c", null))), new Decimal128(7), "\u00E8\uD83D\uDE00");
        List<Document> documents = new ArrayList<>();
        for (Object value : values) {
            documents.add(new Document("_id", documents.size()).append("code", value).append("copy", value));
        }
        try (EmbeddedStore store = store(true); MongoClient client = client(store)) {
            codes(client).createIndex(UNIQUE, new IndexOptions().unique(true));
            codes(client).insertMany(documents);
        }
        try (EmbeddedStore store = store(true); MongoClient client = client(store)) {
            assertThat(codes(client).find()).containsExactlyInAnyOrderElementsOf(documents);
            for (Document document : documents) {
                assertThat(codes(client).find(Filters.eq("code", document.get("code")))).contains(document);
                assertThatThrownBy(() -> codes(client).insertOne(
                        new Document("_id", "again").append("code", document.get("code"))))
                        .isInstanceOf(MongoWriteException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsARefusalToTheClientAndNotToTheLog(boolean inFile) {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (EmbeddedStore store = store(inFile); MongoClient client = client(store)) {
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            codes(client).createIndex(UNIQUE, new IndexOptions().unique(true));
            codes(client).insertOne(new Document("code", "Canary-7"));
            Document claim = new Document("$set", new Document("code", "Canary-7"));

            assertThatThrownBy(() -> codes(client).findOneAndUpdate(new Document("_id", 2), claim,
                    new FindOneAndUpdateOptions().upsert(true))).isInstanceOfSatisfying(MongoCommandException.class,
                            refused -> assertThat(refused.getErrorCode()).isEqualTo(11000));
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("Canary-7");
    }

    @Test
    void doesNotGrowByTheSizeOfEachRewrite() throws IOException {
        int writes = 1_500;
        String kibibyte = "x".repeat(1_024);
        try (EmbeddedStore store = store(true); MongoClient client = client(store)) {
            List<Document> fill = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                fill.add(new Document("_id", i).append("text", kibibyte));
            }
            codes(client).insertMany(fill);
            for (int i = 0; i < writes; i++) {
                codes(client).replaceOne(new Document("_id", i % 200),
                        new Document("text", kibibyte).append("round", i));
            }
        }
        assertThat(Files.size(file())).isLessThan(writes * 4_096L);
    }

    private EmbeddedStore store(boolean inFile) {
        return inFile ? EmbeddedStore.start(file(), 0) : EmbeddedStore.inMemory();
    }

    private Path file() {
        return directory.resolve("store.mv");
    }

    private static MongoClient client(EmbeddedStore store) {
        return MongoClients.create(MongoClientSettings.builder().uuidRepresentation(UuidRepresentation.STANDARD)
                .applyConnectionString(new ConnectionString(store.connectionString())).build());
    }

    private static MongoCollection<Document> codes(MongoClient client) {
        return client.getDatabase("test").getCollection("codes");
    }

    private static int wins(MongoCollection<Document> codes, CyclicBarrier start, int rounds) throws Exception {
        int wins = 0;
        for (int round = 0; round < rounds; round++) {
            start.await();
            wins += inserted(codes, "round-" + round) ? 1 : 0;
        }
        return wins;
    }

    private static boolean inserted(MongoCollection<Document> codes, String code) {
        try {
            codes.insertOne(new Document("code", code));
            return true;
        } catch (MongoWriteException e) {
            assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
            return false;
        }
    }
}
