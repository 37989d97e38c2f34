package it.dgc.deploy.backends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedKafkaTest {

    @TempDir
    Path directory;

    @Test
    void keepsMessagesAndGroupOffsetsOverARestart() {
        Set<String> sent = IntStream.range(0, 500).mapToObj(Integer::toString).collect(Collectors.toSet());
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            kafka.createTopics(List.of(Messages.TOPIC));
            send(kafka, sent);
            commit(kafka, 123);
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            assertThat(Messages.all(kafka.bootstrapServers())).isEqualTo(sent);
            assertThat(committed(kafka)).isEqualTo(123);
        }
    }

    @Test
    void leavesTopicsAloneThatExistAndMakesNoneUnasked() throws Exception {
        TopicSpec compacted = new TopicSpec("compacted", 3, true);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            assertThat(kafka.bootstrapServers()).startsWith("127.0.0.1:");
            kafka.createTopics(List.of(compacted));
            kafka.createTopics(List.of(compacted, Messages.TOPIC));

            try (KafkaProducer<String, String> producer = Messages.producer(kafka.bootstrapServers())) {
                assertThatThrownBy(() -> producer.send(new ProducerRecord<>("unasked", "value")).get())
                        .hasMessageContaining("unasked");
            }
            assertThat(topics(kafka)).containsExactlyInAnyOrder("compacted", "synthetic");
            assertThat(setting(kafka, "compacted", "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(kafka, "synthetic", "cleanup.policy")).isEqualTo("delete");
        }
    }

    @Test
    void keepsRecordsForAsLongAsItIsTold() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0)) {
            kafka.createTopics(List.of(new TopicSpec("week", 1, false).keptFor(Duration.ofDays(7)),
                    new TopicSpec("eternity", 1, false).keptForEver()));

            assertThat(setting(kafka, "week", "retention.ms")).isEqualTo("604800000");
            assertThat(setting(kafka, "eternity", "retention.ms")).isEqualTo("-1");
        }
    }

    @Test
    void refusesADirectoryInUse() {
        try (KafkaDirectory used = KafkaDirectory.open(directory)) {
            assertThat(used.log()).isDirectoryContaining("glob:**/meta.properties");
            assertThatIllegalStateException().isThrownBy(() -> EmbeddedKafka.start(directory, 0))
                    .withMessageContaining("Another Kafka uses this data directory");
        }
    }

    @Test
    void refusesAPortInUseAndLeavesTheDirectoryFree() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatIllegalStateException().isThrownBy(() -> EmbeddedKafka.start(directory, taken.getLocalPort()))
                        .withMessageContaining("Port " + taken.getLocalPort());
            }
        }
    }

    @Test
    void refusesATopicWithoutPartitions() {
        assertThatThrownBy(() -> new TopicSpec("none", 0, false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }

    private static void send(EmbeddedKafka kafka, Set<String> values) {
        try (KafkaProducer<String, String> producer = Messages.producer(kafka.bootstrapServers())) {
            values.forEach(value -> producer.send(new ProducerRecord<>(Messages.TOPIC.name(), value)));
        }
    }

    private static void commit(EmbeddedKafka kafka, long offset) {
        try (KafkaConsumer<String, String> consumer = Messages.consumer(kafka.bootstrapServers(), "group")) {
            consumer.assign(List.of(Messages.PARTITION));
            consumer.commitSync(Map.of(Messages.PARTITION, new OffsetAndMetadata(offset)));
        }
    }

    private static long committed(EmbeddedKafka kafka) {
        try (KafkaConsumer<String, String> consumer = Messages.consumer(kafka.bootstrapServers(), "group")) {
            Map<TopicPartition, OffsetAndMetadata> offsets = consumer.committed(Set.of(Messages.PARTITION));
            return offsets.get(Messages.PARTITION).offset();
        }
    }

    private static Set<String> topics(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = admin(kafka)) {
            return admin.listTopics().names().get();
        }
    }

    private static String setting(EmbeddedKafka kafka, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = admin(kafka)) {
            return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
        }
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
    }
}
