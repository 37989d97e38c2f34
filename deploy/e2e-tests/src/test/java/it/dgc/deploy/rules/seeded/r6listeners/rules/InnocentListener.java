package it.dgc.deploy.rules.seeded.r6listeners.rules;

import java.util.Objects;

import org.springframework.kafka.annotation.KafkaListener;

/** A listener at home. */
final class InnocentListener {

    @KafkaListener(topics = "seeded")
    void hear(String message) {
        Objects.requireNonNull(message);
    }
}
