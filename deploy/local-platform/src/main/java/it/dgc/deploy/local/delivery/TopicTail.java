package it.dgc.deploy.local.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import it.dgc.deploy.local.console.ExplainedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What stands in a topic, or is written to it from now on; without a consumer group, so that nobody is disturbed. */
public final class TopicTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private TopicTail(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /** @return what is written from now on */
    static TopicTail of(String bootstrapServers, String topic) {
        TopicTail tail = assigned(bootstrapServers, topic);
        tail.consumer.endOffsets(tail.partitions).forEach(tail.consumer::seek);
        return tail;
    }

    /**
     * @param bootstrapServers brokers
     * @param topic an existing topic
     * @return all that it holds, and what is written from now on
     * @throws ExplainedException if there is no such topic
     */
    public static TopicTail ofAll(String bootstrapServers, String topic) {
        TopicTail tail = assigned(bootstrapServers, topic);
        if (tail.partitions.isEmpty()) {
            tail.close();
            throw new ExplainedException("There is no topic " + topic + ".");
        }
        tail.consumer.seekToBeginning(tail.partitions);
        return tail;
    }

    private static TopicTail assigned(String bootstrapServers, String topic) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"), new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition())).toList();
        consumer.assign(partitions);
        return new TopicTail(consumer, partitions);
    }

    /**
     * Returns when nothing is left of what stood there at the call.
     *
     * @param reader is handed what has come
     */
    public void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            readSome(reader);
        }
    }

    /** Hands over what comes within a moment. */
    void readSome(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.poll(POLL).forEach(reader);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
