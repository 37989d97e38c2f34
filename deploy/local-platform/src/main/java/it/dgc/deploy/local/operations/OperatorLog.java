package it.dgc.deploy.local.operations;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import it.dgc.common.messages.AuditEvent;
import it.dgc.common.messages.Topics;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.generation.audit.ReplayedLetters;
import it.dgc.generation.deadletters.DeadLetter;
import it.dgc.generation.events.AuditEventFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Tells the auditor what an operator is about to do; returns when the broker has it, so that nothing is done untold. Each
 * action is a step of its own: done twice, it is told twice.
 */
final class OperatorLog implements AutoCloseable {

    /** The value that was sent is not the one that was refused. */
    static final String MENDED = "MENDED";

    /** Operators have no certificate yet by which one could be told from another. */
    private static final AuditEvent.Actor OPERATOR = new AuditEvent.Actor("OPERATOR", null);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Producer<byte[], byte[]> producer;

    private OperatorLog(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static OperatorLog open(String bootstrapServers) {
        return new OperatorLog(new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ACKS_CONFIG, "all"), new ByteArraySerializer(), new ByteArraySerializer()));
    }

    void opens(DeadLetter letter) {
        tell(AuditEvent.Type.OPENED,
                AuditEventFactory.id(AuditEvent.Type.OPENED, letter.origin() + '#' + UUID.randomUUID()), letter, null);
    }

    void replays(DeadLetter letter, boolean mended) {
        tell(AuditEvent.Type.REPLAYED, ReplayedLetters.eventId(letter.origin(), UUID.randomUUID().toString()), letter,
                mended ? MENDED : null);
    }

    @Override
    public void close() {
        producer.close();
    }

    private void tell(AuditEvent.Type type, String eventId, DeadLetter letter, String reason) {
        AuditEvent event = new AuditEvent(AuditEvent.SCHEMA_VERSION, eventId, type, letter.origin(), reason, OPERATOR,
                Instant.now().toString());
        try {
            producer.send(new ProducerRecord<>(Topics.AUDIT, event.subject().getBytes(UTF_8),
                    JSON.writeValueAsBytes(event))).get();
        } catch (ExecutionException refused) {
            throw untold(refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw untold(stopping);
        }
    }

    private static ExplainedException untold(Exception cause) {
        return new ExplainedException("The auditor could not be told, so nothing was done.", cause);
    }
}
