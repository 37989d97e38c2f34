package it.dgc.generation.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import it.dgc.common.codes.Sha256;
import it.dgc.generation.testing.Together;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The chain of audit events")
class MongoAuditTrailTest {

    private static final int WRITERS = 4;

    private static MongoServer server;
    private static MongoClient client;

    private MongoDatabase database;
    private MongoAuditTrail trail;

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
        database = client.getDatabase("audit");
        database.drop();
        trail = new MongoAuditTrail(database);
        trail.prepare();
    }

    @Test
    void beginsWithNothing() {
        assertThat(trail.head()).isEqualTo(AuditHead.NONE);
        assertThat(links(trail)).isEmpty();
    }

    @Test
    @DisplayName("the hash of a link is SHA-256 of: previous hash, line feed, sequence, line feed, event")
    void chainsEachEventToTheOneBefore() {
        trail.append(List.of(new AuditRecord("a", "{\"n\":1}", 10)));
        trail.append(List.of(new AuditRecord("b", "{\"n\":2}", 11)));
        String first = Sha256.hex("0".repeat(64) + "\n1\n{\"n\":1}");
        String second = Sha256.hex(first + "\n2\n{\"n\":2}");
        assertThat(links(trail)).containsExactly(
                new AuditEntry(1, "a", "{\"n\":1}", 10, "0".repeat(64), first),
                new AuditEntry(2, "b", "{\"n\":2}", 11, first, second));
        assertThat(trail.head()).isEqualTo(new AuditHead(2, second, 11));
    }

    @Test
    void takesAnEventOnce() {
        assertThat(trail.append(List.of(new AuditRecord("a", "{}", 1)))).isOne();
        assertThat(trail.append(List.of(new AuditRecord("a", "{}", 2)))).isZero();
        assertThat(new MongoAuditTrail(database).append(List.of(new AuditRecord("a", "{}", 3)))).isZero();
        assertThat(links(trail)).hasSize(1);
    }

    @Test
    void takesOfABatchWhatItDoesNotHave() {
        trail.append(List.of(new AuditRecord("b", "{}", 1)));
        assertThat(trail.append(List.of(new AuditRecord("a", "{}", 2), new AuditRecord("b", "{}", 3),
                new AuditRecord("c", "{}", 4), new AuditRecord("a", "{}", 5)))).isEqualTo(2);
        assertThat(links(trail)).extracting(AuditEntry::eventId).containsExactly("b", "a", "c");
        assertThat(trail.append(List.of())).isZero();
        assertWhole();
    }

    @Test
    void goesOnWhereAnotherWriterStopped() {
        trail.append(List.of(new AuditRecord("a", "{}", 1)));
        MongoAuditTrail successor = new MongoAuditTrail(database);
        successor.append(List.of(new AuditRecord("b", "{}", 2)));
        trail.append(List.of(new AuditRecord("c", "{}", 3)));
        assertThat(links(trail)).extracting(AuditEntry::eventId).containsExactly("a", "b", "c");
        assertWhole();
    }

    @Test
    @DisplayName("two writers at once, as after a pause of one of them, make one chain without a gap")
    void doesNotForkUnderManyWriters() throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        Together.run(WRITERS, () -> {
            MongoAuditTrail own = new MongoAuditTrail(database);
            for (int i = 0; i < 10; i++) {
                int number = next.getAndAdd(5);
                own.append(IntStream.range(number, number + 5).mapToObj(n -> new AuditRecord("event-" + n, "{}", n))
                        .toList());
            }
            return own;
        });
        assertThat(links(trail)).hasSize(WRITERS * 50);
        assertWhole();
    }

    @Test
    void findsItsEndWhenTheHintIsOldOrGone() {
        trail.append(List.of(new AuditRecord("a", "{}", 1)));
        trail.append(List.of(new AuditRecord("b", "{}", 2)));
        database.getCollection("auditHints").updateOne(new Document(),
                new Document("$set", new Document("sequence", 1L)));
        assertThat(new MongoAuditTrail(database).head()).isEqualTo(trail.head());
        database.getCollection("auditHints").drop();
        assertThat(new MongoAuditTrail(database).head()).isEqualTo(trail.head());
    }

    @Test
    void findsItsEndWhenTheStoreHasLostItsTail() {
        trail.append(List.of(new AuditRecord("a", "{}", 1)));
        AuditHead kept = trail.head();
        trail.append(List.of(new AuditRecord("b", "{}", 2)));
        database.getCollection("auditTrail").deleteOne(new Document("_id", 2L));
        assertThat(trail.head()).isEqualTo(kept);
        assertThat(trail.append(List.of(new AuditRecord("b", "{}", 2)))).isOne();
        assertWhole();
    }

    @Test
    void leavesNoGapWhereTheStoreWasSetBackUnderARunningWriter() {
        trail.append(List.of(new AuditRecord("a", "{}", 1)));
        trail.append(List.of(new AuditRecord("b", "{}", 2)));
        database.getCollection("auditTrail").deleteOne(new Document("_id", 2L));
        assertThat(trail.append(List.of(new AuditRecord("c", "{}", 3)))).isOne();
        assertThat(links(trail)).extracting(AuditEntry::eventId).containsExactly("a", "c");
        assertWhole();
    }

    private void assertWhole() {
        AuditHead head = AuditHead.NONE;
        for (AuditEntry link : links(trail)) {
            assertThat(link.follows(head)).isTrue();
            head = link.head();
        }
    }

    private static List<AuditEntry> links(AuditTrail trail) {
        List<AuditEntry> links = new ArrayList<>();
        trail.forEach(links::add);
        return links;
    }
}
