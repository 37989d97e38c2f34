package it.dgc.generation.registry.mongo;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import it.dgc.deploy.backends.TestBackends;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

/** Many callers at once, so that their operations share commands. */
class MongoWritesTest {

    private static final int CALLERS = 120;

    private static MongoClient client;
    private MongoCollection<Document> documents;
    private MongoWrites writes;
    private MongoLookup lookup;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(TestBackends.mongo("sharing"));
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @BeforeEach
    void open() {
        documents = client.getDatabase("sharing").getCollection(UUID.randomUUID().toString());
        writes = new MongoWrites(documents);
        lookup = new MongoLookup(documents, "_id", null);
    }

    @Test
    void addsEachDocumentOnceAndTellsWhoseItIs() throws Exception {
        writes.insertAll(List.of(new Document("_id", 7)));
        assertThat(those(n -> writes.insertAll(List.of(new Document("_id", n / 2))).getFirst()))
                .isEqualTo(CALLERS / 2 - 1);
        assertThat(documents.countDocuments()).isEqualTo(CALLERS / 2);
    }

    @Test
    void tellsWhichUpsertsAreNew() throws Exception {
        assertThat(those(n -> writes.upsertAll(List.of(upsert("third-" + n / 3, n))) == 1)).isEqualTo(CALLERS / 3);
        assertThat(documents.countDocuments()).isEqualTo(CALLERS / 3);
    }

    @Test
    void countsTheNewOnesOfEachCaller() throws Exception {
        documents.insertMany(IntStream.range(0, CALLERS).mapToObj(n -> new Document("_id", "old-" + n)).toList());
        assertThat(those(n -> writes.upsertAll(List.of(upsert("old-" + n, n), upsert("new-" + n, n))) == 1))
                .isEqualTo(CALLERS);
        assertThat(documents.countDocuments()).isEqualTo(2 * CALLERS);
        assertThat(documents.countDocuments(new Document("by", null))).isZero();
        assertThat(writes.upsertAll(List.of())).isZero();
    }

    @Test
    void claimsNoUpdateThatMayNotHaveBeenMade() throws Exception {
        documents.insertMany(IntStream.range(0, CALLERS)
                .mapToObj(n -> new Document("_id", n).append("state", n % 10 == 0 ? "gone" : "here")).toList());
        int claimed = those(n -> update(and(eq("_id", n), eq("state", "here")), set("state", "changed")));
        assertThat(documents.countDocuments(eq("state", "changed"))).isEqualTo(CALLERS * 9 / 10);
        assertThat(documents.countDocuments(eq("state", "gone"))).isEqualTo(CALLERS / 10);
        assertThat(claimed).isLessThanOrEqualTo(CALLERS * 9 / 10);
        assertThat(update(and(eq("_id", 0), eq("state", "here")), set("state", "changed"))).isFalse();
        assertThat(update(and(eq("_id", 0), eq("state", "gone")), set("state", "changed"))).isTrue();
    }

    @Test
    void findsForEachWhatIsIts() throws Exception {
        documents.insertMany(IntStream.range(0, CALLERS / 2).mapToObj(n -> new Document("_id", n)).toList());
        assertThat(those(n -> lookup.find(n).map(found -> found.getInteger("_id") == n).orElse(false)))
                .isEqualTo(CALLERS / 2);
        assertThat(those(n -> lookup.find(n).isEmpty())).isEqualTo(CALLERS / 2);
    }

    @Test
    void deletesOnlyWhatTheFilterHoldsFor() throws Exception {
        documents.insertMany(IntStream.range(0, CALLERS).mapToObj(n -> new Document("_id", n).append("lease", n % 2))
                .toList());
        those(n -> {
            writes.deleteAll(List.of(and(eq("_id", n), eq("lease", 1))));
            return true;
        });
        assertThat(documents.countDocuments()).isEqualTo(documents.countDocuments(eq("lease", 0)))
                .isEqualTo(CALLERS / 2);
    }

    private boolean update(Bson filter, Bson update) {
        return writes.updateAll(List.of(new UpdateOneModel<>(filter, update)));
    }

    private static MongoWrites.Upsert upsert(String id, int by) {
        return new MongoWrites.Upsert(id, set("by", by));
    }

    private static int those(IntPredicate caller) throws Exception {
        int yes = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(24)) {
            List<Callable<Boolean>> callers = IntStream.range(0, CALLERS)
                    .mapToObj(n -> (Callable<Boolean>) () -> caller.test(n)).toList();
            for (Future<Boolean> one : threads.invokeAll(callers)) {
                yes += one.get() ? 1 : 0;
            }
        }
        return yes;
    }
}
