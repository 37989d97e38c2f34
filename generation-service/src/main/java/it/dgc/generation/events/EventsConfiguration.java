package it.dgc.generation.events;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.generation.registry.Outbox;
import it.dgc.generation.signing.SignerRing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

    @Bean
    KafkaEventRelay eventRelay(Outbox outbox, KafkaTemplate<byte[], byte[]> kafka, MeterRegistry meters) {
        return new KafkaEventRelay(outbox, kafka, meters);
    }

    @Bean
    SignerPublication signerPublication(SignerRing signers, KafkaTemplate<byte[], byte[]> kafka) {
        return new SignerPublication(signers, kafka);
    }
}
