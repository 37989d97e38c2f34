package it.dgc.rules.signers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import it.dgc.common.messages.SignerCertificateMessage;
import it.dgc.common.messages.SignerCertificateMessage.Status;
import it.dgc.common.messages.Topics;
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
final class SignerTopic implements AutoCloseable {

    private static final TopicPartition SIGNERS = new TopicPartition(Topics.SIGNER_CERTIFICATES, 0);
    private static final TopicPartition LETTERS = new TopicPartition(
            Topics.deadLettersOf(Topics.SIGNER_CERTIFICATES), 0);

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBackends.kafka()), new ByteArraySerializer(), new ByteArraySerializer());

    void activate(SignerCertificate certificate) {
        send(certificate.kid().value(), json(TestCertificates.message(certificate, Status.ACTIVE)));
    }

    void activateForeign(SignerCertificate certificate) {
        send(certificate.id(), json(new SignerCertificateMessage(1, certificate.kid().value(),
                certificate.base64(), List.of("TEST"), Status.ACTIVE)));
    }

    void withdraw(SignerCertificate certificate) {
        send(certificate.kid().value(), json(TestCertificates.message(certificate, Status.WITHDRAWN)));
    }

    void forget(SignerCertificate certificate) {
        send(certificate.kid().value(), null);
    }

    void send(String key, String value) {
        producer.send(new ProducerRecord<>(Topics.SIGNER_CERTIFICATES, key.getBytes(UTF_8),
                value == null ? null : value.getBytes(UTF_8)));
        producer.flush();
    }

    /** @return the number of records that were ever written, as long as nothing was compacted */
    long length() {
        return read(SIGNERS, consumer -> end(consumer, SIGNERS));
    }

    /** @return the dead letters that are there now, from the first */
    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return read(LETTERS, consumer -> {
            List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
            long end = end(consumer, LETTERS);
            while (consumer.position(LETTERS) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
            }
            return read;
        });
    }

    private static long end(KafkaConsumer<byte[], byte[]> consumer, TopicPartition of) {
        return consumer.endOffsets(List.of(of)).getOrDefault(of, 0L);
    }

    private static <T> T read(TopicPartition from, Function<KafkaConsumer<byte[], byte[]>, T> reading) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestBackends.kafka()), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(from));
            consumer.seekToBeginning(List.of(from));
            return reading.apply(consumer);
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }

    private static String json(SignerCertificateMessage message) {
        return JsonMapper.shared().writeValueAsString(message);
    }
}
