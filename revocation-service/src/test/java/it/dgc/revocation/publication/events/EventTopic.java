package it.dgc.revocation.publication.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import it.dgc.common.messages.CertificateEvent;
import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.deploy.backends.TestBackends;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes the topic as the generation service does, and reads what was set aside. */
final class EventTopic implements AutoCloseable {

    private static final TopicPartition LETTERS = new TopicPartition(Topics.deadLettersOf(Topics.CERTIFICATE_EVENTS),
            0);

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBackends.kafka()), new ByteArraySerializer(), new ByteArraySerializer());

    void send(String eventId, CertificateEvent.Type type, Uvci uvci) {
        send(uvci.value(), JsonMapper.shared().writeValueAsString(
                new CertificateEvent(1, eventId, type, uvci.value(), "2026-11-23T08:00:00Z", null, null, null)));
    }

    void send(String key, String value) {
        producer.send(new ProducerRecord<>(Topics.CERTIFICATE_EVENTS, key.getBytes(UTF_8), value.getBytes(UTF_8)));
        producer.flush();
    }

    /** @return the dead letters that are there now, from the first */
    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestBackends.kafka()), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(LETTERS));
            consumer.seekToBeginning(List.of(LETTERS));
            long end = consumer.endOffsets(List.of(LETTERS)).getOrDefault(LETTERS, 0L);
            List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
            while (consumer.position(LETTERS) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
            }
            return read;
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
