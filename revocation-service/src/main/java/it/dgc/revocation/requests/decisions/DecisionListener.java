package it.dgc.revocation.requests.decisions;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import it.dgc.common.messages.Topics;
import it.dgc.revocation.requests.register.RequestRegister;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Follows {@value Topics#CERTIFICATE_EVENTS} in a group of its own, so that neither the list nor the requests wait for each
 * other; without the store it tries again for ever, as the list does (D7).
 */
@Component
final class DecisionListener {

    private final RequestRegister register;
    private final Clock clock;

    DecisionListener(RequestRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @KafkaListener(id = "revocation-decisions", topics = Topics.CERTIFICATE_EVENTS, groupId = "${spring.kafka.consumer.group-id}-requests", clientIdPrefix = "${spring.kafka.client-id}-requests")
    void take(ConsumerRecord<byte[], byte[]> message) {
        DecisionReader.read(message.value())
                .ifPresent(decision -> register.decided(decision, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
