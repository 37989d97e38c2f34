package it.dgc.generation.audit;

import java.util.List;
import java.util.Map;

import com.mongodb.MongoException;
import it.dgc.common.codes.Sha256;
import it.dgc.common.messages.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ConsumerSeekAware;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The one writer of the chain: the topic has one partition, so one instance at a time reads it. It reads on from where
 * the chain ends, not from where the broker believes: a store that lost its tail gets the lost links again.
 */
class AuditListener implements ConsumerSeekAware {

    private static final Logger LOG = LoggerFactory.getLogger(AuditListener.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AuditTrail trail;

    AuditListener(AuditTrail trail) {
        this.trail = trail;
    }

    @KafkaListener(id = "audit", topics = Topics.AUDIT, groupId = "${spring.kafka.consumer.group-id}-audit", concurrency = "1", batch = "true", autoStartup = "false")
    void receive(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            trail.append(records.stream().map(AuditListener::told).toList());
        } catch (RuntimeException e) {
            throw new BatchListenerFailedException("Not written", e, records.getFirst());
        }
    }

    private static AuditRecord told(ConsumerRecord<byte[], byte[]> record) {
        String event = record.value() == null ? "" : new String(record.value(), UTF_8);
        return new AuditRecord(eventId(event), event, record.offset());
    }

    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        try {
            long next = trail.head().source() + 1;
            assignments.forEach((partition, committed) -> {
                if (next < committed) {
                    callback.seek(partition.topic(), partition.partition(), next);
                }
            });
        } catch (MongoException e) {
            LOG.warn("The end of the audit trail cannot be read ({}); reading on from the committed offset",
                    e.getClass().getName());
        }
    }

    /** What has no id of its own is kept like all else: to judge it is the auditor's work. */
    private static String eventId(String event) {
        try {
            JsonNode id = JSON.readTree(event).path("eventId");
            return id.isString() ? id.stringValue() : unreadable(event);
        } catch (JacksonException e) {
            return unreadable(event);
        }
    }

    private static String unreadable(String event) {
        return "unreadable-" + Sha256.hex(event);
    }
}
