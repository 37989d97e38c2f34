package it.dgc.revocation.requests;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import it.dgc.common.codes.Sha256;
import it.dgc.common.messages.CertificateEvent.Type;
import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.deploy.backends.TestBackends;
import it.dgc.deploy.backends.TopicSpec;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** From the caller through the store to the broker and back, on a real broker and a store that speaks MongoDB's protocol. */
@ExtendWith(OutputCaptureExtension.class)
class RequestsJourneyTest {

    private static final String DATABASE = "requests-" + UUID.randomUUID();

    private static Broker broker;
    private static MongoClient client;
    private static RequestsService service;
    private static int certificates;

    @BeforeAll
    static void start() {
        TestBackends.createTopics(new TopicSpec(Topics.CERTIFICATE_EVENTS, 3, false),
                new TopicSpec(Topics.REVOCATION_REQUESTS, 3, false));
        broker = new Broker(TestBackends.kafka());
        client = MongoClients.create(TestBackends.mongo());
        service = RequestsService.start(TestBackends.kafka(), TestBackends.mongo(), DATABASE);
    }

    @AfterAll
    static void stop() {
        service.close();
        client.close();
        broker.close();
    }

    @Test
    @DisplayName("Allegato B, chapter 2: a request is handed on as it was made, and its status tells when it is done")
    void handsOnARevocation() {
        HttpResponse<String> answer = service.post(key(), Bodies.revoke());
        String id = accepted(answer);
        assertThat(answer.headers().firstValue("Location")).hasValue(RequestsService.PATH + '/' + id);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(RequestsService.json(answer).propertyNames()).containsExactly("requestId", "action", "state",
                "receivedAt");
        assertThat(broker.requests(id)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(Bodies.CUEV.value());
            assertThat(record.value()).isEqualTo("{\"schemaVersion\":1,\"requestId\":\"" + id + "\","
                    + Bodies.revoke().substring(1));
        });
        broker.say(Type.REVOKED, somebody().value(), id, null, null);
        awaitState(answer, "DONE");
        assertThat(service.status(answer).propertyNames()).containsExactly("requestId", "action", "state",
                "receivedAt", "decidedAt");
    }

    @Test
    void handsOnARestoreByTheIdentifier() {
        Uvci uvci = somebody();
        HttpResponse<String> answer = service.post(key(), Bodies.restore().replace("\"cuev\":\"" + Bodies.CUEV.value(),
                "\"uvci\":\"" + uvci.value()));
        assertThat(broker.requests(accepted(answer))).singleElement()
                .satisfies(record -> assertThat(record.key()).isEqualTo(uvci.value()));
        broker.say(Type.RESTORED, uvci.value(), accepted(answer), null, null);
        awaitState(answer, "DONE");
    }

    @Test
    @DisplayName("a batch is done when all of it is, and tells of how many certificates")
    void followsABatchToItsEnd() {
        HttpResponse<String> answer = service.post(key(), Bodies.batch());
        String id = accepted(answer);
        assertThat(broker.requests(id)).singleElement().satisfies(record -> assertThat(record.key()).isEqualTo(id));
        HttpResponse<String> after = service.post(key(), Bodies.revoke());
        Uvci one = somebody();
        broker.say(Type.REVOKED, one.value(), id, null, null);
        broker.say(Type.REVOKED, one.value(), accepted(after), null, null);
        awaitState(after, "DONE");
        assertThat(service.status(answer).get("state").asString()).isEqualTo("ACCEPTED");
        broker.say(Type.BATCH_REVOKED, null, id, null, 2);
        awaitState(answer, "DONE");
        assertThat(service.status(answer).get("certificates").asInt()).isEqualTo(2);
    }

    @Test
    void tellsThatABatchIsRefused() {
        HttpResponse<String> answer = service.post(key(), Bodies.batch());
        broker.say(Type.REVOCATION_REFUSED, null, accepted(answer), "NOT_ALLOWED", null);
        awaitState(answer, "REFUSED");
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN,UNKNOWN", "MISMATCH,MISMATCH", "NOT_ALLOWED,REFUSED"})
    @DisplayName("reliability B05, B08, B09: never issued, of another CUEV, ended or by a suspended doctor: the status says so")
    void tellsWhyItWasNotFollowed(String refusal, String state) {
        HttpResponse<String> answer = service.post(key(), Bodies.revoke());
        broker.say(Type.REVOCATION_REFUSED, somebody().value(), accepted(answer), refusal, null);
        awaitState(answer, state);
    }

    @Test
    @DisplayName("reliability B06: already revoked, the same key: the same answer again, and nothing is handed on anew")
    void answersARepetitionAsTheFirstTime() {
        String key = key();
        HttpResponse<String> first = service.post(key, Bodies.revoke());
        HttpResponse<String> again = service.post(key, " " + Bodies.revoke().replace(",", " ,\n "));
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        assertThat(broker.requests(accepted(first))).hasSize(1);
    }

    @Test
    @DisplayName("reliability B06: already revoked, a new key: done, and the list does not change")
    void endsASecondRevocationWithoutANewVersion() {
        Uvci uvci = somebody();
        HttpResponse<String> first = service.post(key(), Bodies.revoke(uvci));
        broker.say(Type.REVOKED, uvci.value(), accepted(first), null, null);
        awaitState(first, "DONE");
        Awaitility.await().atMost(Duration.ofMinutes(1))
                .until(() -> service.running().get("/v1/dgc/drl").body().contains(uvci.revocationHash()));
        HttpResponse<String> second = service.post(key(), Bodies.revoke(uvci));
        broker.say(Type.REVOKED, uvci.value(), accepted(second), null, null);
        awaitState(second, "DONE");
        String event = Sha256.base64(Broker.eventId(Type.REVOKED, accepted(second), uvci.value()));
        Awaitility.await().atMost(Duration.ofMinutes(1))
                .until(() -> collection("seen").countDocuments(new Document("_id", event)) == 1);
        assertThat(collection("log").countDocuments(new Document("hash", uvci.revocationHash()))).isEqualTo(1);
        assertThat(accepted(second)).isNotEqualTo(accepted(first));
    }

    @Test
    @DisplayName("draft-ietf-httpapi-idempotency-key-header: a key that is used for something else is answered with 422")
    void refusesAKeyForAnotherBody() {
        String key = key();
        String id = accepted(service.post(key, Bodies.revoke()));
        HttpResponse<String> other = service.post(key, Bodies.restore());
        assertProblem(other, 422);
        assertThat(other.body()).contains("urn:pn-dgc:problem:idempotency-key-reused").doesNotContain(key);
        assertThat(broker.requests(id)).singleElement()
                .satisfies(record -> assertThat(record.value()).contains("REVOKE"));
    }

    @Test
    @DisplayName("reliability P26: the same fifty times in parallel, on two instances: one request, every answer the same")
    void makesOneOfManyEqualRequests() throws Exception {
        String key = key();
        try (RequestsService other = RequestsService.start(TestBackends.kafka(), TestBackends.mongo(), DATABASE);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                RequestsService asked = i % 2 == 0 ? service : other;
                answers.add(threads.submit(() -> asked.post(key, Bodies.revoke())));
            }
            TreeSet<String> bodies = new TreeSet<>();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(202);
                bodies.add(answer.get().body());
            }
            assertThat(bodies).hasSize(1);
            String id = accepted(answers.getFirst().get());
            assertThat(collection("requests").countDocuments(new Document("_id", id))).isEqualTo(1);
            assertThat(broker.requests(id)).isNotEmpty().extracting(record -> record.value()).containsOnly(
                    broker.requests(id).getFirst().value());
        }
    }

    @Test
    void showsARequestToItsCallerAlone() {
        HttpResponse<String> answer = service.post(key(), Bodies.revoke());
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertProblem(service.get(location, RequestsService.OTHER_CALLER), 404);
        assertProblem(service.get(RequestsService.PATH + "/" + UUID.randomUUID(), RequestsService.CALLER), 404);
        assertProblem(service.get(RequestsService.PATH + "/x", RequestsService.CALLER), 404);
        assertProblem(service.anybody("GET", location, new byte[0]), 401);
        assertThat(service.get(location, RequestsService.CALLER).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("architecture D8, D10: nothing of a person is stored, logged or said back")
    void keepsNothingPersonal(CapturedOutput output) {
        String key = key();
        String id = accepted(service.post(key, Bodies.batch()));
        service.post(key, Bodies.restore());
        service.post(key(), Bodies.revoke().replace("MMG", "XXX"));
        broker.say(Type.BATCH_REVOKED, null, id, null, 1);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(
                () -> collection("requests").find(new Document("_id", id)).first().getString("state").equals("DONE"));
        for (Document document : collection("requests").find()) {
            assertThat(new TreeSet<>(document.keySet())).isSubsetOf("_id", "action", "batch", "caller", "certificates",
                    "decidedAt", "fingerprint", "receivedAt", "state");
            assertThat(document.getString("_id")).matches("[0-9a-f-]{36}");
            assertThat(document.getString("caller")).isEqualTo("sistema-ts");
            assertThat(document.getString("fingerprint")).matches("[0-9a-f]{64}");
            assertThat(document.toJson()).doesNotContain(Bodies.DOCTOR, Bodies.CUEV.value(), "FRAUD", "2026-01-01",
                    key);
        }
        assertThat(collection("requests").find(new Document("_id", id)).first().keySet()).containsExactlyInAnyOrder(
                "_id", "action", "batch", "caller", "certificates", "decidedAt", "fingerprint", "receivedAt", "state");
        assertThat(output.getAll()).doesNotContain(Bodies.DOCTOR, Bodies.CUEV.value(), key);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(RequestsService.json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain(Bodies.DOCTOR, Bodies.CUEV.value());
    }

    /** @return the request's id */
    private static String accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode status = RequestsService.json(answer);
        assertThat(status.get("state").asString()).isEqualTo("ACCEPTED");
        return status.get("requestId").asString();
    }

    private static void awaitState(HttpResponse<String> answer, String state) {
        Awaitility.await().atMost(Duration.ofMinutes(1))
                .until(() -> service.status(answer).get("state").asString().equals(state));
    }

    private static MongoCollection<Document> collection(String name) {
        return client.getDatabase(DATABASE).getCollection(name);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Uvci somebody() {
        return Bodies.uvci(certificates++);
    }
}
