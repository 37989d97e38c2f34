package it.dgc.generation.intake;

import java.time.Clock;
import java.util.Collection;

import it.dgc.common.messages.Topics;
import it.dgc.generation.issuance.Rejection;
import it.dgc.generation.issuance.RejectionReason;
import it.dgc.generation.revocation.CertificateRevocation;
import it.dgc.generation.revocation.RevocationOrder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Takes the requests to revoke and to restore, those that Sistema TS publishes and those that came to the revocation
 * service. Headers of the sender are not looked at.
 */
class RevocationListener implements ConsumerSeekAware {

    private final CertificateRevocation revocation;
    private final Gate gate;
    private final Clock clock;

    RevocationListener(CertificateRevocation revocation, Gate gate, Clock clock) {
        this.revocation = revocation;
        this.gate = gate;
        this.clock = clock;
    }

    @KafkaListener(id = "revocations", topics = {Topics.REVOCATIONS,
            Topics.REVOCATION_REQUESTS}, groupId = "${spring.kafka.consumer.group-id}-revocations", autoStartup = "false")
    void receive(ConsumerRecord<byte[], byte[]> record) {
        gate.pass(record, this::handle);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        gate.handOver(partitions);
    }

    private Handling handle(ConsumerRecord<byte[], byte[]> record) {
        try {
            RevocationOrder order = RevocationTranslator.translate(RevocationReader.read(record.value()),
                    clock.instant());
            if (!isKeyed(record.key(), order)) {
                return Handling.Refused.unread(Rejection.of(RejectionReason.KEY_MISMATCH));
            }
            revocation.handle(order);
            return new Handling.Done("decided");
        } catch (RefusedNotification e) {
            return Handling.Refused.unread(e.rejection());
        }
    }

    /** The key keeps the requests about one certificate in order. */
    private static boolean isKeyed(byte[] key, RevocationOrder order) {
        String text = key == null ? "" : new String(key, UTF_8);
        return switch (order.target()) {
            case RevocationOrder.One one -> text.equals(one.cuev().map(cuev -> cuev.value())
                    .orElseGet(() -> one.uvci().orElseThrow().value()));
            case RevocationOrder.Batch batch -> text.equals(order.requestId());
        };
    }
}
