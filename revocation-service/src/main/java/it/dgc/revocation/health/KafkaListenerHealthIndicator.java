package it.dgc.revocation.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** Up while every listener of this service runs: a stopped one would let the served list grow old in silence. */
@Component
final class KafkaListenerHealthIndicator implements HealthIndicator {

    private final KafkaListenerEndpointRegistry listeners;

    KafkaListenerHealthIndicator(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public Health health() {
        boolean running = listeners.getAllListenerContainers().stream().allMatch(MessageListenerContainer::isRunning);
        return (running ? Health.up() : Health.down()).build();
    }
}
