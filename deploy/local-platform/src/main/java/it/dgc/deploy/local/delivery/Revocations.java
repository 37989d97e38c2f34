package it.dgc.deploy.local.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.messages.CertificateEvent;
import it.dgc.common.messages.RevocationRequest;
import it.dgc.common.messages.Topics;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.sistemats.NotificationProducer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Communicates revocations as Sistema TS does, and tells what the generation service decided. */
public final class Revocations {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Revocations() {}

    /**
     * @param kafka brokers
     * @param request what to communicate, as it is
     * @param timeout how long to wait for the decision
     * @return the event by which the others heard of it; a {@code REVOCATION_REFUSED} says why
     * @throws ExplainedException if the request could not be read, or nothing is decided in time
     */
    public static CertificateEvent send(String kafka, RevocationRequest request, Duration timeout) {
        try (TopicTail events = TopicTail.of(kafka, Topics.CERTIFICATE_EVENTS);
                DeadLetterBox letters = DeadLetterBox.open(kafka, Topics.REVOCATIONS);
                NotificationProducer producer = new NotificationProducer(kafka)) {
            BrokerPosition sent = BrokerPosition.of(producer.send(request));
            return await(events, letters, sent, request.requestId(), System.nanoTime() + timeout.toNanos());
        }
    }

    private static CertificateEvent await(TopicTail events, DeadLetterBox letters, BrokerPosition sent, String request,
            long end) {
        Map<String, CertificateEvent> seen = new HashMap<>();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            events.readSome(record -> event(record).filter(event -> event.requestId() != null)
                    .ifPresent(event -> seen.put(event.requestId(), event)));
            if (seen.containsKey(request)) {
                return seen.get(request);
            }
            Optional.ofNullable(letters.reasons().get(sent)).ifPresent(reason -> {
                throw new ExplainedException("The request was refused as it stands: " + reason + '.');
            });
        }
        throw new ExplainedException("The generation service has not decided in time; details are in its log.");
    }

    private static Optional<CertificateEvent> event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(JSON.readValue(record.value(), CertificateEvent.class));
        } catch (JacksonException ofAnotherShape) {
            return Optional.empty();
        }
    }
}
