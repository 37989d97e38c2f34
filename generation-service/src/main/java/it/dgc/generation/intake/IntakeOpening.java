package it.dgc.generation.intake;

import java.util.List;

import it.dgc.generation.events.SignerPublication;
import it.dgc.generation.registry.RegistrySetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Opens the intake once broker and store are there and the signers are published, so that nothing is signed with a key
 * that verifiers cannot know. Tries until it succeeds; the service itself is up before.
 */
class IntakeOpening {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeOpening.class);

    private final KafkaAdmin topics;
    private final List<RegistrySetup> stores;
    private final SignerPublication signers;
    private final KafkaListenerEndpointRegistry listeners;

    private volatile boolean closing;

    IntakeOpening(KafkaAdmin topics, List<RegistrySetup> stores, SignerPublication signers,
            KafkaListenerEndpointRegistry listeners) {
        this.topics = topics;
        this.stores = stores;
        this.signers = signers;
        this.listeners = listeners;
    }

    @Scheduled(fixedDelayString = "${dgc.intake.opening-retry-every:1s}")
    void open() {
        if (closing || isRunning()) {
            return;
        }
        try {
            prepare();
            listeners.getListenerContainers().stream().filter(container -> !isRunning(container)).forEach(container -> {
                container.stop();
                container.start();
            });
            LOG.info("The intake is open");
        } catch (RuntimeException e) {
            LOG.warn("The intake stays closed until broker and store are there: {}", e.getClass().getName());
        }
    }

    /** @return whether every consumer runs; one that an error has stopped is started again by the next look */
    boolean isRunning() {
        return listeners.getListenerContainers().stream().allMatch(IntakeOpening::isRunning);
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private void prepare() {
        if (!topics.initialize()) {
            throw new IllegalStateException("The broker cannot be reached");
        }
        stores.forEach(RegistrySetup::prepare);
        signers.publish();
    }

    private static boolean isRunning(MessageListenerContainer container) {
        return container.isRunning() && container.isInExpectedState();
    }
}
