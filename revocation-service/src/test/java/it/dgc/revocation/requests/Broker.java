package it.dgc.revocation.requests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import it.dgc.common.messages.CertificateEvent;
import it.dgc.common.messages.CertificateEvent.Type;
import it.dgc.common.messages.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads what the generation service would read, and says what it would say. */
final class Broker implements AutoCloseable {

    private final String bootstrapServers;
    private final KafkaProducer<byte[], byte[]> producer;

    Broker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void say(Type type, String uvci, String requestId, String refusal, Integer certificates) {
        String key = uvci == null ? requestId : uvci;
        CertificateEvent event = new CertificateEvent(1, eventId(type, requestId, key), type, uvci,
                "2026-11-23T08:00:00Z", requestId, refusal, certificates);
        producer.send(new ProducerRecord<>(Topics.CERTIFICATE_EVENTS, key.getBytes(UTF_8),
                JsonMapper.shared().writeValueAsBytes(event)));
        producer.flush();
    }

    static String eventId(Type type, String requestId, String subject) {
        return type + "-" + requestId + '/' + subject;
    }

    /** @return the requests that are there now and hold the text */
    List<ConsumerRecord<String, String>> requests(String text) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.REVOCATION_REQUESTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> read = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
            return read.stream().filter(record -> record.value().contains(text)).toList();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
