package it.dgc.generation.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import it.dgc.common.messages.AuditEvent;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.RegisterInventory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("ADR 0014: a head that was noted down outside proves that nothing before it was rewritten")
class NotedHeadTest {

    private static MongoServer server;
    private static MongoClient client;

    private MongoDatabase database;

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
        database = client.getDatabase("noted");
        database.drop();
        trail().prepare();
        append("MMG", 4);
    }

    @Test
    void goesOnFromEveryHeadThatItHad() {
        database.drop();
        NotedHead none = report().noted();
        append("MMG", 2);
        NotedHead second = report().noted();
        append("MMG", 4);

        assertThat(List.of(none, second, report().noted()))
                .allSatisfy(noted -> assertThat(report(noted).isSound()).as(noted.text()).isTrue());
        assertThat(second.text()).startsWith("2:");
    }

    @Test
    @DisplayName("a link rewritten together with all later ones makes a whole chain, but not the one noted")
    void missesAHeadWhoseChainWasMadeAnew() {
        NotedHead noted = report().noted();
        database.drop();
        append("PLS", 9);

        assertThat(report().isSound()).isTrue();
        assertThat(report(noted).rewritten()).contains(noted);
        assertThat(report(noted).brokenAt()).isEmpty();
        assertThat(report(noted).isSound()).isFalse();
    }

    @Test
    void missesAHeadThatWasCutOff() {
        NotedHead noted = report().noted();
        links().deleteOne(new Document("_id", 4L));

        assertThat(report().isSound()).isTrue();
        assertThat(report(noted).rewritten()).contains(noted);
    }

    @Test
    void seesTheLinksBehindAGap() {
        links().deleteOne(new Document("_id", 2L));

        assertThat(report().brokenAt()).hasValue(3L);
        assertThat(report().links()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(value = AuditEvent.Type.class, names = {"REPLAYED", "OPENED"})
    void takesWhatOperatorsDoAsFounded(AuditEvent.Type type) {
        trail().append(List.of(new AuditRecord("x", event(type, "OPERATOR"), 5)));

        assertThat(report().unfounded()).isEmpty();
    }

    @Test
    void knowsWhatWasSentAgain() {
        trail().append(List.of(new AuditRecord(ReplayedLetters.eventId("t/0/17", "1"),
                event(AuditEvent.Type.REPLAYED, "OPERATOR"), 5)));
        trail().append(List.of(new AuditRecord(ReplayedLetters.eventId("t/0/17", "2"),
                event(AuditEvent.Type.REPLAYED, "OPERATOR"), 6)));
        trail().append(
                List.of(new AuditRecord("audit-refused-t/0/18/3", event(AuditEvent.Type.REFUSED, "SISTEMA_TS"), 7)));

        assertThat(ReplayedLetters.originsIn(database)).isEqualTo(Set.of("t/0/17"));
    }

    @Test
    void readsWhatItPrints() {
        assertThat(NotedHead.parse(report().noted().text())).contains(report().noted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "4:", ":0", "4:xyz",
            "-1:0000000000000000000000000000000000000000000000000000000000000000",
            "9999999999999999999:0000000000000000000000000000000000000000000000000000000000000000",
            "1:0000000000000000000000000000000000000000000000000000000000000000 "})
    void takesNothingElseForAHead(String text) {
        assertThat(NotedHead.parse(text)).isEmpty();
    }

    private AuditReport report() {
        return verification().verify();
    }

    private AuditReport report(NotedHead noted) {
        return verification().verify(noted);
    }

    private AuditVerification verification() {
        return AuditVerification.of(database, new NoCertificates());
    }

    private MongoAuditTrail trail() {
        return new MongoAuditTrail(database);
    }

    private MongoCollection<Document> links() {
        return database.getCollection("auditTrail");
    }

    private void append(String role, int upTo) {
        for (int i = 1; i <= upTo; i++) {
            trail().append(List.of(new AuditRecord("event-" + i, event(AuditEvent.Type.REFUSED, role), i)));
        }
    }

    private static String event(AuditEvent.Type type, String role) {
        return "{\"schemaVersion\":1,\"eventId\":\"e\",\"type\":\"" + type + "\",\"subject\":\"t/0/1\",\"reason\":null,"
                + "\"actor\":{\"role\":\"" + role + "\",\"codeIndex\":null},\"occurredAt\":\"2022-01-10T09:00:00Z\"}";
    }

    private static final class NoCertificates implements RegisterInventory {

        @Override
        public boolean contains(Uvci uvci) {
            return false;
        }

        @Override
        public void forEach(Consumer<Line> reader) {
            Optional.<Line>empty().ifPresent(reader);
        }
    }
}
