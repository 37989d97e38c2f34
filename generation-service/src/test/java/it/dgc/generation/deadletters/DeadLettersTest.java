package it.dgc.generation.deadletters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import it.dgc.common.messages.AuditEvent;
import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.testing.Events;
import it.dgc.generation.testing.MutableClock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("reliability P02, P05: each refused record is in the dead letters once, and never skipped")
class DeadLettersTest {

    private static final AuditEvent.Actor ACTOR = new AuditEvent.Actor("SISTEMA_TS", null);
    private static final ConsumerRecord<byte[], byte[]> POISON = new ConsumerRecord<>(Topics.EXEMPTIONS, 2, 41,
            Events.cuev(1).value().getBytes(UTF_8), "{".getBytes(UTF_8));

    private final InMemoryRefusals refusals = new InMemoryRefusals();
    private final Broker broker = new Broker();
    private DeadLetters deadLetters;

    @BeforeEach
    void open(@TempDir Path directory) {
        deadLetters = new DeadLetters(refusals, broker, Secrets.loadOrCreate(directory),
                MutableClock.pinned("2022-01-10T09:00:00Z"));
    }

    @Test
    void sendsTheLetterAndTellsTheAuditor() {
        keep();
        assertThat(broker.sent).extracting(ProducerRecord::topic).containsExactlyInAnyOrder(
                "sistema-ts.exemptions.dlt", Topics.AUDIT);
        assertThat(text(broker.of(Topics.AUDIT))).contains("\"REFUSED\"", "\"MALFORMED_JSON\"", "\"SISTEMA_TS\"",
                "\"sistema-ts.exemptions/2/41\"");
    }

    @Test
    void knowsItWhenItIsHandedInAgain() {
        assertThat(deadLetters.isKept(POISON)).isFalse();
        keep();
        assertThat(deadLetters.isKept(POISON)).isTrue();
        assertThat(broker.sent).hasSize(2);
    }

    @Test
    void failsWhereTheBrokerDoesNotTakeIt() {
        broker.refuses = true;
        assertThatThrownBy(this::keep).hasCauseInstanceOf(KafkaException.class);
        assertThatThrownBy(() -> deadLetters.isKept(POISON)).hasCauseInstanceOf(KafkaException.class);
    }

    @Test
    @DisplayName("what was begun is finished with the same reason and the same audit event, once")
    void finishesWhatWasBegun() {
        broker.refuses = true;
        assertThatThrownBy(this::keep).hasCauseInstanceOf(KafkaException.class);
        broker.refuses = false;
        assertThat(deadLetters.isKept(POISON)).isTrue();
        assertThat(deadLetters.isKept(POISON)).isTrue();
        assertThat(broker.sent).hasSize(2);
        assertThat(new String(broker.of("sistema-ts.exemptions.dlt").headers().lastHeader("dgc-reason").value(), UTF_8))
                .isEqualTo("MALFORMED_JSON");
        assertThat(text(broker.of(Topics.AUDIT))).contains("\"MALFORMED_JSON\"");
    }

    @Test
    void namesTheCertificateItIsAboutWhereItCan() {
        deadLetters.keep(POISON, "CONFLICTING_DUPLICATE", Optional.of(Uvci.derive(new byte[32])),
                new AuditEvent.Actor("MMG", "0f"));
        assertThat(text(broker.of(Topics.AUDIT))).contains(Uvci.derive(new byte[32]).value(),
                "\"MMG\"", "\"0f\"");
    }

    private void keep() {
        deadLetters.keep(POISON, "MALFORMED_JSON", Optional.empty(), ACTOR);
    }

    private static String text(ProducerRecord<byte[], byte[]> sent) {
        return new String(sent.value(), UTF_8);
    }

    /** A broker that takes everything, or nothing. */
    private static final class Broker extends KafkaTemplate<byte[], byte[]> {

        private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
        private boolean refuses;

        Broker() {
            super(() -> {
                throw new IllegalStateException("no producer is needed");
            });
        }

        ProducerRecord<byte[], byte[]> of(String topic) {
            return sent.stream().filter(one -> one.topic().equals(topic)).findFirst().orElseThrow();
        }

        @Override
        public CompletableFuture<SendResult<byte[], byte[]>> send(String topic, byte[] key, byte[] value) {
            return send(new ProducerRecord<>(topic, key, value));
        }

        @Override
        public CompletableFuture<SendResult<byte[], byte[]>> send(ProducerRecord<byte[], byte[]> record) {
            if (refuses) {
                return CompletableFuture.failedFuture(new TimeoutException());
            }
            sent.add(record);
            return CompletableFuture.completedFuture(new SendResult<>(record, null));
        }
    }
}
