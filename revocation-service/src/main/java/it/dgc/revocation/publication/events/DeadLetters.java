package it.dgc.revocation.publication.events;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import it.dgc.common.messages.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Sets aside what cannot be used, unchanged, with the reason and the origin in headers and no exception text
 * (architecture, section 3). The value is not encrypted: an event holds no personal data.
 */
@Component
final class DeadLetters {

    static final String REASON = "dgc-reason";
    static final String ORIGIN_TOPIC = "dgc-origin-topic";
    static final String ORIGIN_PARTITION = "dgc-origin-partition";
    static final String ORIGIN_OFFSET = "dgc-origin-offset";

    /** Seconds; then the message is tried again, which may set it aside twice but never loses it. */
    private static final long ACKNOWLEDGED_WITHIN = 30;

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final KafkaAdmin topics;

    DeadLetters(KafkaTemplate<byte[], byte[]> kafka, KafkaAdmin topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /** Returns when the broker has it; a failure is thrown. */
    void add(ConsumerRecord<byte[], byte[]> refused, RefusalReason reason) {
        String topic = Topics.deadLettersOf(refused.topic());
        // letters are rare, and a missing topic would block the listener for ever
        topics.createOrModifyTopics(TopicBuilder.name(topic).partitions(1).build());
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, refused.key(), refused.value());
        header(letter, REASON, reason.name());
        header(letter, ORIGIN_TOPIC, refused.topic());
        header(letter, ORIGIN_PARTITION, Integer.toString(refused.partition()));
        header(letter, ORIGIN_OFFSET, Long.toString(refused.offset()));
        kafka.send(letter).orTimeout(ACKNOWLEDGED_WITHIN, TimeUnit.SECONDS).join();
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
