package it.dgc.deploy.backends;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedStoreKillTest {

    /** Acknowledged before the kill, by several clients at once. */
    private static final int ENOUGH = 400;
    private static final int CLIENTS = 4;

    @TempDir
    Path directory;

    /** Inserts and updates in two collections: whatever document is there, acknowledged or not, the unique index knows. */
    @RepeatedTest(2)
    void losesNoAcknowledgedWriteWhenItsProcessIsKilled() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (ChildJvm store = store()) {
            writeUntilKilled(store, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        try (ChildJvm store = store(); MongoClient client = MongoClients.create(store.address())) {
            Set<String> found = new HashSet<>(updated(collection(client, 0)));
            found.addAll(updated(collection(client, 1)));
            assertThat(found).containsAll(acknowledged);
            for (int i = 0; i < 2; i++) {
                assertIndexKnowsAll(collection(client, i));
            }
            store.terminate();
        }
    }

    private static void writeUntilKilled(ChildJvm store, Set<String> acknowledged) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        try (MongoClient client = MongoClients.create(store.address() + "/?serverSelectionTimeoutMS=5000");
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < 2; i++) {
                collection(client, i).createIndex(new Document("code", 1), new IndexOptions().unique(true));
            }
            for (int i = 0; i < CLIENTS; i++) {
                int writer = i;
                threads.execute(() -> write(collection(client, writer % 2), writer, acknowledged, enough));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            store.kill();
        }
    }

    private static void write(MongoCollection<Document> to, int writer, Set<String> acknowledged,
            CountDownLatch enough) {
        try {
            for (int i = 0; true; i++) {
                String code = writer + "-" + i;
                to.insertOne(new Document("code", code).append("text", "x".repeat(700)));
                to.updateOne(new Document("code", code), Updates.set("updated", true));
                acknowledged.add(code);
                enough.countDown();
            }
        } catch (MongoException killed) {
            enough.countDown();
        }
    }

    private static void assertIndexKnowsAll(MongoCollection<Document> collection) {
        for (String code : codes(collection)) {
            assertThatThrownBy(() -> collection.insertOne(new Document("code", code))).as(code)
                    .isInstanceOf(MongoWriteException.class).hasMessageContaining("E11000");
        }
    }

    private static Set<String> codes(MongoCollection<Document> collection) {
        return collection.find().map(document -> document.getString("code")).into(new HashSet<>());
    }

    private static Set<String> updated(MongoCollection<Document> collection) {
        return collection.find(new Document("updated", true)).map(document -> document.getString("code"))
                .into(new HashSet<>());
    }

    private static MongoCollection<Document> collection(MongoClient client, int number) {
        return client.getDatabase("test").getCollection("codes" + number);
    }

    private ChildJvm store() {
        return ChildJvm.start(EmbeddedStoreMain.class, directory.resolve("errors.txt"),
                directory.resolve("store.mv").toString(), "0");
    }
}
