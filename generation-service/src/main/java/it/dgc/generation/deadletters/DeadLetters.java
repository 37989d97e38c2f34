package it.dgc.generation.deadletters;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import it.dgc.common.codes.Cuev;
import it.dgc.common.messages.AuditEvent;
import it.dgc.common.messages.DeadLetterHeaders;
import it.dgc.common.messages.Topics;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.events.AuditEventFactory;
import it.dgc.generation.registry.OutboxMessage;
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
 *
 * <p>A refusal is entered in the store before its dead letter is sent and concluded after: a record that is handed in
 * again is refused for the same reason, and its dead letter is sent again only if the service died in between.
 */
public class DeadLetters {

    /** Of a value that is longer only the beginning is kept, in bytes: a broker takes no dead letter above its limit. */
    static final int MAX_KEPT = 64 * 1024;

    private final Refusals refusals;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Secrets secrets;
    private final Clock clock;

    DeadLetters(Refusals refusals, KafkaTemplate<byte[], byte[]> kafka, Secrets secrets, Clock clock) {
        this.refusals = refusals;
        this.kafka = kafka;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Finishes what was begun with this record before.
     *
     * @return whether the record was refused before, so that nothing is left to be done with it
     * @throws RuntimeException if store or broker fail; the record must then be handed in again
     */
    public boolean isKept(ConsumerRecord<byte[], byte[]> record) {
        Optional<Refusal> known = refusals.find(Origin.of(record));
        known.filter(refusal -> !refusal.concluded()).ifPresent(refusal -> send(record, refusal));
        return known.isPresent();
    }

    /** @return those of {@code records} that were refused before; what was begun with them may be unfinished */
    public Set<ConsumerRecord<byte[], byte[]>> refusedAmong(List<ConsumerRecord<byte[], byte[]>> records) {
        Set<String> known = refusals.find(records.stream().map(record -> Origin.of(record).id())
                .collect(Collectors.toUnmodifiableSet())).keySet();
        return records.stream().filter(record -> known.contains(Origin.of(record).id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns when the broker has it.
     *
     * @param record what is refused
     * @param reason code
     * @param certificate the one it is about, where that can be known
     * @param actor on whose word the record was sent
     * @throws RuntimeException if store or broker fail; the record must then be handed in again
     */
    public void keep(ConsumerRecord<byte[], byte[]> record, String reason, Optional<Uvci> certificate,
            AuditEvent.Actor actor) {
        Origin origin = Origin.of(record);
        OutboxMessage event = AuditEventFactory.refusedRecord(origin.id(),
                certificate.map(Uvci::value).orElse(origin.place()), reason, actor, clock.instant());
        Refusal refusal = new Refusal(reason, event.value(), event.key(), false);
        refusals.enter(origin, refusal, clock.instant());
        send(record, refusal);
    }

    /** Forgets refusals that were concluded before {@code instant}: their records must have left their topic. */
    public void forget(Instant instant) {
        refusals.forget(instant);
    }

    private void send(ConsumerRecord<byte[], byte[]> record, Refusal refusal) {
        CompletableFuture.allOf(kafka.send(letter(record, refusal.reason())),
                kafka.send(Topics.AUDIT, refusal.subject().getBytes(UTF_8), refusal.auditEvent().getBytes(UTF_8)))
                .join();
        refusals.conclude(Origin.of(record));
    }

    private ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> record, String reason) {
        String topic = Topics.deadLettersOf(record.topic());
        byte[] value = record.value() == null ? new byte[0] : record.value();
        byte[] kept = value.length <= MAX_KEPT ? value : Arrays.copyOf(value, MAX_KEPT);
        return new ProducerRecord<>(topic, null, key(record), secrets.fields().encrypt(kept, topic),
                headers(record, reason, value.length));
    }

    private byte[] key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null
                ? null
                : Cuev.parse(new String(record.key(), UTF_8))
                        .map(cuev -> HexFormat.of().formatHex(secrets.index().of(cuev)).getBytes(UTF_8)).orElse(null);
    }

    private static List<Header> headers(ConsumerRecord<byte[], byte[]> record, String reason, int length) {
        return List.of(header(DeadLetterHeaders.REASON, reason), header(DeadLetterHeaders.ORIGIN_TOPIC, record.topic()),
                header(DeadLetterHeaders.ORIGIN_PARTITION, Integer.toString(record.partition())),
                header(DeadLetterHeaders.ORIGIN_OFFSET, Long.toString(record.offset())),
                header(DeadLetterHeaders.LENGTH, Integer.toString(length)));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
