package it.dgc.generation.retention;

import java.time.Clock;

import it.dgc.generation.deadletters.DeadLetters;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.Erasures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    Erasure erasure(Erasures erasures, CertificateRegistry registry, DeadLetters deadLetters, RetentionProperties kept,
            Clock clock) {
        return new Erasure(erasures, registry, deadLetters, kept, clock);
    }
}
