package it.dgc.deploy.sistemats;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.messages.RevocationRequest;
import it.dgc.common.messages.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Sistema TS as a producer: no notification is lost, doubled or overtaken by another of its CUEV on the way.
 *
 * <p>Safe for use by several threads at once.
 */
public final class NotificationProducer implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;

    /** @param bootstrapServers brokers to begin with, {@code host:port}, separated by commas */
    public NotificationProducer(String bootstrapServers) {
        this(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** @param connection settings of the Kafka client; those that keep notifications safe cannot be changed */
    public NotificationProducer(Map<String, ?> connection) {
        this(new KafkaProducer<>(settings(connection), new ByteArraySerializer(), new ByteArraySerializer()));
    }

    NotificationProducer(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * @param notification what to notify; its CUEV is the key
     * @return where the broker put it, once all replicas in sync have it; fails with Kafka's own exception
     */
    public CompletableFuture<RecordMetadata> send(ExemptionNotification notification) {
        return sendRaw(notification.cuev(), NotificationJson.write(notification));
    }

    /**
     * @param request what to communicate; its CUEV is the key, its UVCI where there is none, its id for a batch
     * @return as for {@link #send(ExemptionNotification)}
     */
    public CompletableFuture<RecordMetadata> send(RevocationRequest request) {
        String key = Stream.of(request.cuev(), request.uvci(), request.requestId()).filter(Objects::nonNull).findFirst()
                .orElse(null);
        return sendRaw(Topics.REVOCATIONS, key, RevocationJson.write(request));
    }

    /**
     * @param key the key; {@code null} for none
     * @param value any bytes, sent as they are
     * @return as for {@link #send(ExemptionNotification)}
     */
    public CompletableFuture<RecordMetadata> sendRaw(String key, byte[] value) {
        return sendRaw(Topics.EXEMPTIONS, key, value);
    }

    /**
     * @param topic a topic that Sistema TS writes to
     * @param key the key; {@code null} for none
     * @param value any bytes, sent as they are
     * @return as for {@link #send(ExemptionNotification)}
     */
    public CompletableFuture<RecordMetadata> sendRaw(String topic, String key, byte[] value) {
        CompletableFuture<RecordMetadata> sent = new CompletableFuture<>();
        producer.send(new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value),
                (metadata, failure) -> complete(sent, metadata, failure));
        return sent;
    }

    /** Waits until all that was handed over has been sent or has failed. */
    @Override
    public void close() {
        producer.close();
    }

    static Map<String, Object> settings(Map<String, ?> connection) {
        Map<String, Object> settings = new HashMap<>(Map.of(ProducerConfig.CLIENT_ID_CONFIG, "sistema-ts"));
        settings.putAll(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return settings;
    }

    private static void complete(CompletableFuture<RecordMetadata> sent, RecordMetadata metadata, Exception failure) {
        if (failure == null) {
            sent.complete(metadata);
        } else {
            sent.completeExceptionally(failure);
        }
    }
}
