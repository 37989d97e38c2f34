package it.dgc.deploy.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Topics as they lie in the broker, from their beginning to where they end now. */
final class BrokerDump implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;

    /** @param group whose positions are looked at; it is not joined */
    BrokerDump(String bootstrapServers, String group) {
        this.consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG, group, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    List<TopicRecord> topic(String name) {
        Set<TopicPartition> partitions = partitions(name);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<TopicRecord> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> records.add(read(record)));
        }
        return records;
    }

    /** @return records of the topic that the group has not said it is done with */
    long lag(String name) {
        Map<TopicPartition, OffsetAndMetadata> done = consumer.committed(partitions(name));
        return consumer.endOffsets(partitions(name)).entrySet().stream()
                .mapToLong(end -> end.getValue()
                        - Optional.ofNullable(done.get(end.getKey())).map(OffsetAndMetadata::offset).orElse(0L))
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Set<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream().map(one -> new TopicPartition(topic, one.partition()))
                .collect(Collectors.toSet());
    }

    private static TopicRecord read(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        Stream.of(record.headers().toArray()).forEach(one -> headers.put(one.key(), new String(one.value(), UTF_8)));
        return new TopicRecord(new Place(record.partition(), record.offset()), Instant.ofEpochMilli(record.timestamp()),
                bytes(record.key()), bytes(record.value()), headers);
    }

    private static byte[] bytes(byte[] given) {
        return given == null ? new byte[0] : Arrays.copyOf(given, given.length);
    }
}
