package it.dgc.deploy.backends;

import java.nio.file.Path;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

class ConjunctionIndexTest {

    private static final List<IndexKey> CODE = List.of(new IndexKey("code", true));

    private static Index<Object> index(Path directory) {
        return FlushingBackend.open(directory.resolve("index.mv")).new Database("test")
                .openOrCreateUniqueIndex("codes", "code_1", CODE, false);
    }

    private static de.bwaldvogel.mongo.bson.Document document(String key, Object value) {
        return new de.bwaldvogel.mongo.bson.Document(key, value);
    }

    @Test
    void servesFiltersThatNameTheKeyAndMore(@TempDir Path directory) {
        Index<Object> index = index(directory);
        assertThat(index.canHandle(document("code", "a"))).isTrue();
        assertThat(index.canHandle(document("code", "a").append("state", "open"))).isTrue();
        assertThat(index.canHandle(document("$and", List.of(document("$and",
                List.of(document("state", "open"), document("code", "a"))))))).isTrue();
        assertThat(index.canHandle(document("code", document("$in", List.of("a", "b"))).append("state", 1))).isTrue();
    }

    @Test
    void leavesAloneWhatItWouldNotNarrow(@TempDir Path directory) {
        Index<Object> index = index(directory);
        assertThat(index.canHandle(document("state", "open"))).isFalse();
        assertThat(index.canHandle(document("$or", List.of(document("code", "a"), document("state", "open")))))
                .isFalse();
        assertThat(index.canHandle(document("code", document("$lt", "a")).append("state", "open"))).isFalse();
    }

    static List<Bson> filters() {
        return List.of(and(eq("code", 3), eq("state", "odd")), and(eq("code", 3), eq("state", "even")),
                and(eq("_id", 4), ne("state", "odd")),
                and(and(eq("state", "even"), lt("n", 5)), in("code", 1, 2, 4, 9)),
                and(eq("code", 2), eq("code", 3)), and(eq("_id", 1), or(eq("n", 1), eq("n", 2))), eq("code", null),
                and(eq("code", null), eq("n", 0)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void findsAndChangesWhatTheFilterMeansAndNothingElse(Bson filter, @TempDir Path directory) {
        try (EmbeddedStore inFile = EmbeddedStore.start(directory.resolve("store.mv"), 0);
                EmbeddedStore inMemory = EmbeddedStore.inMemory();
                MongoClient client = MongoClients.create(inFile.connectionString());
                MongoClient other = MongoClients.create(inMemory.connectionString())) {
            MongoCollection<Document> indexed = filled(client);
            MongoCollection<Document> plain = filled(other);
            indexed.createIndex(Indexes.ascending("code"), new IndexOptions().unique(true));
            assertThat(indexed.find(filter)).containsExactlyInAnyOrderElementsOf(plain.find(filter));
            assertThat(indexed.updateMany(filter, set("changed", true)).getMatchedCount())
                    .isEqualTo(plain.updateMany(filter, set("changed", true)).getMatchedCount());
            assertThat(indexed.deleteMany(filter).getDeletedCount())
                    .isEqualTo(plain.deleteMany(filter).getDeletedCount());
            assertThat(indexed.find()).containsExactlyInAnyOrderElementsOf(plain.find());
        }
    }

    private static MongoCollection<Document> filled(MongoClient client) {
        MongoCollection<Document> collection = client.getDatabase("test").getCollection("codes");
        for (int n = 0; n < 10; n++) {
            collection.insertOne(new Document("_id", n).append("code", n).append("n", n)
                    .append("state", n % 2 == 0 ? "even" : "odd"));
        }
        return collection;
    }
}
