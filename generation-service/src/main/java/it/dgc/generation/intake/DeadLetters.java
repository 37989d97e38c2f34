package it.dgc.generation.intake;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.Topics;
import it.dgc.generation.issuance.Rejection;
import it.dgc.generation.secrets.Secrets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.springframework.kafka.core.KafkaTemplate;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keeps what could not be used: value encrypted, key the blind index of the CUEV where there is one, reason and origin
 * in headers. No text of an exception, no header of the sender.
 */
class DeadLetters {

    static final String REASON = "dgc-reason";
    static final String ORIGIN_TOPIC = "dgc-origin-topic";
    static final String ORIGIN_PARTITION = "dgc-origin-partition";
    static final String ORIGIN_OFFSET = "dgc-origin-offset";
    /** Length of the refused value, in bytes; more than was kept where it was cut. */
    static final String LENGTH = "dgc-length";

    /** Of a value that is longer only the beginning is kept, in bytes: a broker takes no dead letter above its limit. */
    static final int MAX_KEPT = 64 * 1024;

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Secrets secrets;

    DeadLetters(KafkaTemplate<byte[], byte[]> kafka, Secrets secrets) {
        this.kafka = kafka;
        this.secrets = secrets;
    }

    /**
     * Returns when the broker has it.
     *
     * @throws RuntimeException if the broker does not take it; the record must then be handed in again
     */
    void keep(ConsumerRecord<byte[], byte[]> record, Rejection rejection) {
        String topic = Topics.deadLettersOf(record.topic());
        byte[] value = record.value() == null ? new byte[0] : record.value();
        byte[] kept = value.length <= MAX_KEPT ? value : Arrays.copyOf(value, MAX_KEPT);
        kafka.send(new ProducerRecord<>(topic, null, key(record), secrets.fields().encrypt(kept, topic),
                headers(record, rejection, value.length))).join();
    }

    private byte[] key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null
                ? null
                : Cuev.parse(new String(record.key(), UTF_8))
                        .map(cuev -> HexFormat.of().formatHex(secrets.index().of(cuev)).getBytes(UTF_8)).orElse(null);
    }

    private static List<Header> headers(ConsumerRecord<byte[], byte[]> record, Rejection rejection, int length) {
        return List.of(header(REASON, rejection.code()), header(ORIGIN_TOPIC, record.topic()),
                header(ORIGIN_PARTITION, Integer.toString(record.partition())),
                header(ORIGIN_OFFSET, Long.toString(record.offset())), header(LENGTH, Integer.toString(length)));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
