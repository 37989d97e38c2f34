package it.dgc.revocation.publication.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.common.messages.CertificateEvent.Type;
import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.deploy.backends.TestBackends;
import it.dgc.deploy.backends.TopicSpec;
import it.dgc.revocation.Hashes;
import it.dgc.revocation.RunningService;
import it.dgc.revocation.ServiceOnFakes;
import it.dgc.revocation.VirtualClock;
import it.dgc.revocation.publication.InMemoryStore;
import it.dgc.revocation.publication.ledger.RevocationLog;
import it.dgc.revocation.publication.ledger.VersionRegister;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From the topic through the store to the verifiers, on a real broker and a store that speaks MongoDB's protocol. */
class RevocationJourneyTest {

    private static final String DRL = "/v1/dgc/drl";
    private static final String DATABASE = "revocation-" + UUID.randomUUID();

    private static EventTopic topic;
    private static RunningService service;
    private static int people;

    @BeforeAll
    static void start() {
        TestBackends.createTopics(new TopicSpec(Topics.CERTIFICATE_EVENTS, 3, false));
        topic = new EventTopic();
        service = service(RunningService.application(), DATABASE);
    }

    @AfterAll
    static void stop() {
        service.close();
        topic.close();
    }

    @Test
    @DisplayName("Allegato B, chapter 2: the identifier of a revoked certificate is put on the list, and leaves it by a restore")
    void listsWhatIsRevokedAndForgetsWhatIsRestored() {
        Uvci uvci = somebody();
        topic.send("issued-" + uvci.value(), Type.ISSUED, uvci);
        topic.send("r1-" + uvci.value(), Type.REVOKED, uvci);
        awaitListed(service, uvci);
        topic.send("s1-" + uvci.value(), Type.RESTORED, uvci);
        awaitGone(service, uvci);
        topic.send("r2-" + uvci.value(), Type.REVOKED, uvci);
        awaitListed(service, uvci);
        topic.send("r1-" + uvci.value(), Type.REVOKED, uvci);
        topic.send("s1-" + uvci.value(), Type.RESTORED, uvci);
        awaitApplied(service, "REPEATED", 2);
        assertThat(list(service)).contains(uvci.revocationHash());
        topic.send("e-" + uvci.value(), Type.ENDED, uvci);
        awaitGone(service, uvci);
    }

    @Test
    @DisplayName("a replay of the whole topic changes nothing")
    void staysAsItIsWhenEverythingComesAgain() {
        Uvci revoked = somebody();
        Uvci restored = somebody();
        topic.send("r-" + revoked.value(), Type.REVOKED, revoked);
        topic.send("r-" + restored.value(), Type.REVOKED, restored);
        topic.send("s-" + restored.value(), Type.RESTORED, restored);
        awaitListed(service, revoked);
        awaitGone(service, restored);
        long rows = count("log");

        try (RunningService again = service(RunningService.application(), DATABASE)) {
            awaitApplied(again, "REPEATED", 3);
            assertThat(list(again)).contains(revoked.revocationHash()).doesNotContain(restored.revocationHash());
        }
        assertThat(count("log")).isGreaterThanOrEqualTo(rows);
        assertThat(list(service)).contains(revoked.revocationHash());
    }

    @Test
    @DisplayName("D7: what can never be used is set aside with its reason, and what follows is applied")
    void setsPoisonAside() {
        Uvci uvci = somebody();
        topic.send(uvci.value(), "{\"canary\":");
        topic.send("another key", "{\"schemaVersion\":1,\"eventId\":\"e\",\"type\":\"REVOKED\",\"uvci\":\""
                + uvci.value() + "\"}");
        topic.send("r-" + uvci.value(), Type.REVOKED, uvci);
        awaitListed(service, uvci);
        patiently().untilAsserted(() -> assertThat(topic.deadLetters())
                .extracting(letter -> EventTopic.header(letter, DeadLetters.REASON))
                .contains("NOT_READABLE", "KEY_DIFFERS"));
        List<ConsumerRecord<byte[], byte[]>> letters = topic.deadLetters();
        assertThat(letters).allSatisfy(letter -> assertThat(letter.headers()).extracting(h -> h.key())
                .containsExactlyInAnyOrder("dgc-reason", "dgc-origin-topic", "dgc-origin-partition",
                        "dgc-origin-offset"));
        assertThat(letters).extracting(letter -> new String(letter.value())).contains("{\"canary\":");
    }

    @Test
    @DisplayName("D7: a store that is away is waited for; nothing is skipped and nothing set aside")
    void waitsForTheStore() {
        InMemoryStore store = new InMemoryStore();
        SpringApplicationBuilder withStore = RunningService.application().initializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("fakeLog", RevocationLog.class, store::log, bean -> bean.setPrimary(true));
            beans.registerBean("fakeRegister", VersionRegister.class, store::register, bean -> bean.setPrimary(true));
        });
        try (RunningService waiting = service(withStore, DATABASE)) {
            Uvci before = somebody();
            topic.send("r-" + before.value(), Type.REVOKED, before);
            awaitListed(waiting, before);

            store.goAway();
            Uvci during = somebody();
            topic.send("r-" + during.value(), Type.REVOKED, during);
            awaitListed(service, during);
            patiently().until(() -> store.log().refusals() > 3);
            assertThat(list(waiting)).contains(before.revocationHash()).doesNotContain(during.revocationHash());

            store.comeBack();
            awaitListed(waiting, during);
            assertThat(topic.deadLetters()).noneMatch(letter -> new String(letter.key()).equals(during.value()));
        }
    }

    @Test
    @DisplayName("Allegato B, chapter 2: the list holds the identifier's hash and its version, nothing else")
    void storesHashesAndNumbersOnly() {
        Uvci uvci = somebody();
        topic.send("r-" + uvci.value(), Type.REVOKED, uvci);
        awaitListed(service, uvci);
        try (MongoClient client = MongoClients.create(TestBackends.mongo())) {
            MongoDatabase database = client.getDatabase(DATABASE);
            assertThat(database.listCollectionNames().into(new TreeSet<>()))
                    .isSubsetOf("held", "lease", "log", "releases", "seen", "versions");
            for (Document row : database.getCollection("log").find()) {
                assertThat(fields(row)).containsExactly("_id", "change", "hash");
                assertThat(row.get("_id")).isInstanceOf(Long.class);
                assertThat(row.getString("change")).isIn("ADDED", "REMOVED");
                assertThat(row.getString("hash")).matches("[A-Za-z0-9+/]{43}=");
            }
            for (Document event : database.getCollection("seen").find()) {
                assertThat(fields(event)).containsExactly("_id");
                assertThat(event.getString("_id")).matches("[A-Za-z0-9+/]{43}=");
            }
            for (Document version : database.getCollection("versions").find()) {
                assertThat(fields(version)).containsExactly("_id", "position", "publishedAt", "sum", "total");
            }
            List<String> everything = new ArrayList<>();
            for (String name : database.listCollectionNames()) {
                database.getCollection(name).find().forEach(document -> everything.add(document.toJson()));
            }
            assertThat(String.join("\n", everything)).contains(uvci.revocationHash()).doesNotContain(uvci.value(),
                    uvci.value().substring(4, 20), "01IT");
        }
    }

    @Test
    @DisplayName("P12: what was taken in is listed after a restart, from the copy on disk and without the store")
    void servesAfterARestartWithoutTheStore() {
        var directory = ServiceOnFakes.temporary();
        Uvci uvci = somebody();
        topic.send("r-" + uvci.value(), Type.REVOKED, uvci);
        try (RunningService first = service(RunningService.application(), DATABASE,
                "--dgc.drl.directory=" + directory)) {
            awaitListed(first, uvci);
        }
        try (RunningService second = service(RunningService.application(), DATABASE,
                "--dgc.drl.directory=" + directory, "--spring.kafka.listener.auto-startup=false",
                "--spring.mongodb.uri=mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=200")) {
            assertThat(list(second)).contains(uvci.revocationHash());
            assertThat(second.get(DRL + "/check").statusCode()).isEqualTo(200);
            assertThat(second.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    private static Uvci somebody() {
        return Hashes.uvci(VirtualClock.START.hashCode() + people++);
    }

    private static RunningService service(SpringApplicationBuilder application, String database, String... more) {
        List<String> settings = new ArrayList<>(List.of("--spring.kafka.bootstrap-servers=" + TestBackends.kafka(),
                "--spring.mongodb.uri=" + TestBackends.mongo(), "--spring.mongodb.database=" + database,
                "--spring.kafka.consumer.group-id=revocation-" + UUID.randomUUID(), "--dgc.drl.retry-first=20ms",
                "--dgc.drl.retry-longest=50ms", "--dgc.drl.publish-every=1s", "--dgc.drl.refresh-every=100ms",
                "--dgc.drl.lease-for=3s", "--dgc.drl.directory=" + ServiceOnFakes.temporary()));
        for (String setting : more) {
            settings.removeIf(before -> before.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            settings.add(setting);
        }
        return RunningService.start(application, settings.toArray(String[]::new));
    }

    private static void awaitListed(RunningService running, Uvci uvci) {
        patiently().until(() -> list(running).contains(uvci.revocationHash()));
    }

    private static void awaitGone(RunningService running, Uvci uvci) {
        patiently().until(() -> !list(running).contains(uvci.revocationHash()));
    }

    private static void awaitApplied(RunningService running, String outcome, int times) {
        patiently().until(() -> running.bean(MeterRegistry.class).find("dgc.drl.events").tag("outcome", outcome)
                .counters().stream().mapToDouble(Counter::count).sum() >= times);
    }

    private static String list(RunningService running) {
        return running.get(DRL).body();
    }

    private static long count(String collection) {
        try (MongoClient client = MongoClients.create(TestBackends.mongo())) {
            return client.getDatabase(DATABASE).getCollection(collection).countDocuments();
        }
    }

    private static Set<String> fields(Document document) {
        return new TreeSet<>(document.keySet());
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(2));
    }
}
