package it.dgc.deploy.local.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import it.dgc.common.messages.Topics;
import it.dgc.deploy.local.platform.RunningPlatform;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

/** Writes a dead letter a second time, as a service does that was killed between sending and noting it. */
final class DeadLetterCopy {

    private static final String TOPIC = Topics.deadLettersOf(Topics.EXEMPTIONS);

    private DeadLetterCopy() {}

    static void of(RunningPlatform platform, String id) {
        ConsumerRecord<byte[], byte[]> letter = read(platform.kafka(),
                new TopicPartition(TOPIC, Integer.parseInt(id.split("/")[0])), Long.parseLong(id.split("/")[1]));
        Future<?> sent;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.kafka()), new ByteArraySerializer(),
                new ByteArraySerializer())) {
            sent = producer.send(new ProducerRecord<>(TOPIC, null, letter.key(), letter.value(), letter.headers()));
        }
        assertThat(sent).succeedsWithin(ofMillis(1));
    }

    private static ConsumerRecord<byte[], byte[]> read(String kafka, TopicPartition partition, long offset) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            List<ConsumerRecord<byte[], byte[]>> records = List.of();
            while (records.isEmpty()) {
                records = consumer.poll(ofMillis(100)).records(partition);
            }
            return records.getFirst();
        }
    }
}
