package it.dgc.revocation.publication.events;

import it.dgc.common.messages.Topics;

import it.dgc.revocation.publication.RevocationList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Applies {@value Topics#CERTIFICATE_EVENTS}; the partition keeps the events of one certificate in order. */
@Component
final class CertificateEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateEventListener.class);

    private final EventReader reader = new EventReader();
    private final RevocationList list;
    private final DeadLetters deadLetters;
    private final EventMetrics metrics;

    CertificateEventListener(RevocationList list, DeadLetters deadLetters, EventMetrics metrics) {
        this.list = list;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    @KafkaListener(id = "certificate-events", idIsGroup = false, topics = Topics.CERTIFICATE_EVENTS)
    void take(ConsumerRecord<byte[], byte[]> message) {
        switch (reader.read(message.key(), message.value())) {
            case EventReading.Concerns event ->
                metrics.applied(list.apply(event.event(), event.change(), event.hash()));
            case EventReading.Ignored nothing -> metrics.ignored();
            case EventReading.Refused(RefusalReason reason) -> refuse(reason, message);
        }
    }

    private void refuse(RefusalReason reason, ConsumerRecord<byte[], byte[]> message) {
        deadLetters.add(message, reason);
        metrics.refused(reason);
        LOG.warn("event at {}-{} refused: {}", message.partition(), message.offset(), reason);
    }
}
