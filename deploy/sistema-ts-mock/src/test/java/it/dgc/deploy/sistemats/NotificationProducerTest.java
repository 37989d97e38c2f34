package it.dgc.deploy.sistemats;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.ExemptionNotification.Contact;
import it.dgc.common.messages.ExemptionNotification.Doctor;
import it.dgc.common.messages.ExemptionNotification.Holder;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class NotificationProducerTest {

    private final MockProducer<byte[], byte[]> broker = new MockProducer<>(false, null, new ByteArraySerializer(),
            new ByteArraySerializer());
    private final NotificationProducer sistemaTs = new NotificationProducer(broker);

    @Test
    void writesTheShapeOfTheContractFieldByField() {
        sistemaTs.send(new ExemptionNotification(1, "ABCDE1234E",
                new Holder("PRVPRV25A01H501B", "Пробенко", "Zoë", "1925-01-01"),
                new Doctor("MRARSS75P14H501I", "MMG"), "2026-11-02", "2026-12-02", "2026-11-02T12:00:00+01:00",
                new Contact("n@posta.example", "+447700900123"), "it"));
        assertThat(new String(onlyRecord().value(), UTF_8)).isEqualTo("""
                {"schemaVersion":1,"cuev":"ABCDE1234E",\
                "holder":{"fiscalCode":"PRVPRV25A01H501B","familyName":"Пробенко","givenName":"Zoë",\
                "birthDate":"1925-01-01"},\
                "doctor":{"fiscalCode":"MRARSS75P14H501I","category":"MMG"},\
                "validFrom":"2026-11-02","validUntil":"2026-12-02","issuedAt":"2026-11-02T12:00:00+01:00",\
                "contact":{"email":"n@posta.example","mobile":"+447700900123"},"language":"it"}""");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        sistemaTs.send(new ExemptionNotification(1, "ABCDE1234E", new Holder("F", "N", null, "D"),
                new Doctor("F", "MMG"), "2026-11-02", null, "I", new Contact(null, "+447700900123"), null));
        assertThat(new String(onlyRecord().value(), UTF_8)).isEqualTo("""
                {"schemaVersion":1,"cuev":"ABCDE1234E","holder":{"fiscalCode":"F","familyName":"N","birthDate":"D"},\
                "doctor":{"fiscalCode":"F","category":"MMG"},"validFrom":"2026-11-02","issuedAt":"I",\
                "contact":{"mobile":"+447700900123"}}""");
    }

    @Test
    void keysEachNotificationByItsCuev() {
        ExemptionNotification notification = new SyntheticRegister(1).next(Instant.EPOCH);
        sistemaTs.send(notification);
        assertThat(onlyRecord().topic()).isEqualTo("sistema-ts.exemptions");
        assertThat(onlyRecord().key()).isEqualTo(notification.cuev().getBytes(UTF_8));
    }

    @Test
    void losesNothingBetweenTheRecordAndTheWire() {
        SyntheticRegister register = new SyntheticRegister(5);
        for (int nth = 0; nth < 200; nth++) {
            ExemptionNotification notification = register.next(Instant.EPOCH);
            byte[] value = NotificationJson.write(notification);
            assertThat(JsonMapper.shared().readValue(value, ExemptionNotification.class)).isEqualTo(notification);
        }
    }

    @Test
    void sendsBadValuesUnchangedAndAlsoWithoutKey() {
        byte[] bad = {0, (byte) 0xFF, '{'};
        sistemaTs.sendRaw(null, bad);
        assertThat(onlyRecord().key()).isNull();
        assertThat(onlyRecord().value()).isEqualTo(bad);
    }

    @Test
    void writesToTheOtherTopicsOfSistemaTs() {
        sistemaTs.sendRaw("sistema-ts.revocations", "ABCDE1234E", "{}".getBytes(UTF_8));
        assertThat(onlyRecord().topic()).isEqualTo("sistema-ts.revocations");
    }

    @Test
    void isDoneOnlyWhenTheBrokerHasIt() {
        CompletableFuture<RecordMetadata> sent = sistemaTs.sendRaw("K", new byte[0]);
        assertThat(sent).isNotDone();
        broker.completeNext();
        assertThat(sent).isCompletedWithValueMatching(where -> where.topic().equals("sistema-ts.exemptions"));
    }

    @Test
    void failsWithTheReasonOfTheBroker() {
        CompletableFuture<RecordMetadata> sent = sistemaTs.sendRaw("K", new byte[0]);
        TimeoutException reason = new TimeoutException("no answer");
        broker.errorNext(reason);
        assertThat(sent).isCompletedExceptionally();
        assertThat(sent.exceptionNow()).isSameAs(reason);
    }

    @Test
    void closesTheClient() {
        sistemaTs.close();
        assertThat(broker.closed()).isTrue();
    }

    @Test
    void insistsOnAllReplicasAndOnIdempotence() {
        Map<String, Object> settings = NotificationProducer.settings(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "localhost:1", ProducerConfig.ACKS_CONFIG, "0", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "false",
                ProducerConfig.LINGER_MS_CONFIG, 20));
        assertThat(settings).containsEntry("acks", "all").containsEntry("enable.idempotence", true)
                .containsEntry("linger.ms", 20).containsEntry("client.id", "sistema-ts");
    }

    @Test
    void acceptsABrokerThatIsNotThereYet() {
        assertThatCode(() -> new NotificationProducer("localhost:1").close()).doesNotThrowAnyException();
    }

    private ProducerRecord<byte[], byte[]> onlyRecord() {
        assertThat(broker.history()).hasSize(1);
        return broker.history().getFirst();
    }
}
