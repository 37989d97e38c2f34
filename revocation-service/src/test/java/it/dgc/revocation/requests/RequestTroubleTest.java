package it.dgc.revocation.requests;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import it.dgc.common.messages.Topics;
import it.dgc.deploy.backends.EmbeddedKafka;
import it.dgc.deploy.backends.EmbeddedStore;
import it.dgc.deploy.backends.TopicSpec;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** With a broker and a store of its own, which are taken away. */
@ExtendWith(OutputCaptureExtension.class)
class RequestTroubleTest {

    private static final String DATABASE = "revocation";

    @Test
    @DisplayName("reliability P12: what is answered with 2xx is not lost; without broker or store it is 503, and goes on with the same key")
    void goesOnWhereItWasStopped(@TempDir Path directory, CapturedOutput output) {
        EmbeddedStore store = EmbeddedStore.start(directory.resolve("store"), 0);
        String mongo = store.connectionString();
        EmbeddedKafka kafka = startKafka(directory, 0);
        String bootstrap = kafka.bootstrapServers();
        kafka.createTopics(List.of(new TopicSpec(Topics.CERTIFICATE_EVENTS, 1, false),
                new TopicSpec(Topics.REVOCATION_REQUESTS, 1, false)));
        try (RequestsService service = RequestsService.start(bootstrap, mongo, DATABASE,
                "--dgc.requests.acknowledged-within=1s", "--dgc.requests.retry-after=7s",
                "--spring.kafka.producer.properties[max.block.ms]=1000",
                "--spring.kafka.producer.properties[delivery.timeout.ms]=1500",
                "--spring.kafka.producer.properties[request.timeout.ms]=1000")) {
            String early = key();
            assertThat(accepted(service, early)).isTrue();

            kafka.close();
            String key = key();
            isToldToComeAgain(service.post(key, Bodies.revoke()));
            isToldToComeAgain(service.post(key, Bodies.revoke()));
            String id = new IdempotencyKey(key).requestId("sistema-ts");
            assertThat(RequestsService.json(service.get(RequestsService.PATH + '/' + id, RequestsService.CALLER))
                    .get("state")
                    .asString()).isEqualTo("RECEIVED");
            assertThat(service.post(early, Bodies.revoke()).statusCode()).isEqualTo(202);

            kafka = startKafka(directory, port(bootstrap));
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> accepted(service, key));
            try (Broker broker = new Broker(bootstrap); MongoClient client = MongoClients.create(mongo)) {
                assertThat(broker.requests("").stream().map(record -> record.value()).distinct()).hasSize(2);
                assertThat(broker.requests(id)).isNotEmpty();
                assertThat(client.getDatabase(DATABASE).getCollection("requests").find()
                        .map(document -> document.getString("_id"))).hasSize(2).contains(id);
            }

            store.close();
            String late = key();
            isToldToComeAgain(service.post(late, Bodies.revoke()));
            isToldToComeAgain(service.get(RequestsService.PATH + '/' + id, RequestsService.CALLER));
            store = EmbeddedStore.start(directory.resolve("store"), port(mongo));
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> accepted(service, late));
            try (MongoClient client = MongoClients.create(mongo)) {
                assertThat(client.getDatabase(DATABASE).getCollection("requests").countDocuments(new Document()))
                        .isEqualTo(3);
            }
        } finally {
            kafka.close();
            store.close();
        }
        assertThat(output.getAll()).contains("a request was not acknowledged").doesNotContain(Bodies.DOCTOR,
                Bodies.CUEV.value(), firstBytes(Bodies.CUEV.value()));
    }

    /** The start of a record's key as the framework would print it. */
    private static String firstBytes(String text) {
        return Arrays.toString(text.getBytes(UTF_8)).replaceAll("[\\[\\]]", "");
    }

    private static void isToldToComeAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("try-later").doesNotContain(Bodies.DOCTOR, Bodies.CUEV.value());
    }

    private static boolean accepted(RequestsService service, String key) {
        HttpResponse<String> answer = service.post(key, Bodies.revoke());
        return answer.statusCode() == 202 && answer.body().contains("\"ACCEPTED\"");
    }

    private static EmbeddedKafka startKafka(Path directory, int port) {
        return EmbeddedKafka.start(directory.resolve("kafka"), port);
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
