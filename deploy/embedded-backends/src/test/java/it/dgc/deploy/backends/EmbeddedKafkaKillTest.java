package it.dgc.deploy.backends;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedKafkaKillTest {

    /** Acknowledged before the kill; far more are on their way. */
    private static final int ENOUGH = 3_000;
    private static final int ALL = 200_000;

    @TempDir
    Path directory;

    @Test
    void losesNoAcknowledgedMessageWhenItsProcessIsKilled() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (ChildJvm broker = broker()) {
            KafkaControl.createTopics(broker.address(), Set.of(Messages.TOPIC));
            sendUntilKilled(broker, acknowledged);
        }
        assertThat(acknowledged).hasSizeBetween(ENOUGH, ALL - 1);
        try (ChildJvm broker = broker()) {
            assertThat(Messages.all(broker.address())).containsAll(acknowledged);
            broker.terminate();
        }
    }

    private void sendUntilKilled(ChildJvm broker, Set<String> acknowledged) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(ENOUGH);
        KafkaProducer<String, String> producer = Messages.producer(broker.address());
        Thread sender = Thread.ofVirtual().start(() -> send(producer, value -> {
            acknowledged.add(value);
            enough.countDown();
        }));
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        broker.kill();
        producer.close(Duration.ZERO);
        sender.join();
    }

    private static void send(KafkaProducer<String, String> producer, Consumer<String> onAcknowledged) {
        try {
            for (int i = 0; i < ALL; i++) {
                String value = Integer.toString(i);
                producer.send(new ProducerRecord<>(Messages.TOPIC.name(), value), (metadata, failure) -> {
                    if (failure == null) {
                        onAcknowledged.accept(value);
                    }
                });
            }
        } catch (KafkaException | IllegalStateException closed) {
            assertThat(closed).hasMessageContaining("closed");
        }
    }

    private ChildJvm broker() {
        return ChildJvm.start(EmbeddedKafkaMain.class, directory.resolve("errors.txt"),
                directory.resolve("kafka").toString(), "0");
    }
}
