package it.dgc.rules.signers;

import java.util.Map;

import it.dgc.common.messages.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Applies {@value Topics#SIGNER_CERTIFICATES}. What cannot be used is set aside at once; what fails on the way (store,
 * network) is thrown, and comes again until it succeeds (D7).
 */
@Component
final class SignerCertificateListener implements ConsumerSeekAware {

    private static final Logger LOG = LoggerFactory.getLogger(SignerCertificateListener.class);

    private final SignerMessageReader reader = new SignerMessageReader();
    private final SignerRegister register;
    private final PublishedSigners published;
    private final DeadLetters deadLetters;
    private final SignerMetrics metrics;

    SignerCertificateListener(SignerRegister register, PublishedSigners published, DeadLetters deadLetters,
            SignerMetrics metrics) {
        this.register = register;
        this.published = published;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    @KafkaListener(id = "signer-certificates", idIsGroup = false, topics = Topics.SIGNER_CERTIFICATES)
    void take(ConsumerRecord<byte[], byte[]> message) {
        switch (reader.read(message.key(), message.value())) {
            case SignerReading.Understood(SignerChange change) -> apply(change, message);
            case SignerReading.Refused(RefusalReason reason) -> refuse(reason, message);
        }
    }

    /** A store that was lost is filled again from the topic; the broker remembers only what was read, not what was kept. */
    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        if (mustReadAgain()) {
            callback.seekToBeginning(assignments.keySet());
        }
    }

    /** Reading again changes nothing where it was not needed. */
    private boolean mustReadAgain() {
        try {
            return register.isEmpty();
        } catch (DataAccessException unknown) {
            return true;
        }
    }

    private void apply(SignerChange change, ConsumerRecord<byte[], byte[]> message) {
        SignerRegister.Effect effect = register.apply(change,
                new Position(message.partition(), message.offset(), message.timestamp()));
        published.refresh(); // also without a change: an earlier try may have failed between the two
        metrics.applied(effect);
        LOG.info("signer {}: {} {}", kidOf(message), change.getClass().getSimpleName(), effect);
    }

    private void refuse(RefusalReason reason, ConsumerRecord<byte[], byte[]> message) {
        deadLetters.add(message, reason);
        metrics.refused(reason);
        LOG.warn("signer {}: message refused, {}", kidOf(message), reason);
    }

    private static String kidOf(ConsumerRecord<byte[], byte[]> message) {
        return SignerMessageReader.kidOf(message.key()).map(Kid::value).orElse("(no kid)");
    }
}
