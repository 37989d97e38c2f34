package it.dgc.deploy.rules.seeded.r6listeners.rules;

import java.util.Objects;

import org.springframework.kafka.annotation.KafkaListener;

/** Breach: a listener that others can call. */
public final class SeededListener {

    @KafkaListener(topics = "seeded")
    void hear(String message) {
        Objects.requireNonNull(message);
    }
}
