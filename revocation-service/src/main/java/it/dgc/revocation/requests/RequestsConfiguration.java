package it.dgc.revocation.requests;

import java.time.Clock;

import it.dgc.revocation.requests.register.RequestRegister;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** Puts the parts of the room together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RequestsProperties.class)
class RequestsConfiguration {

    @Bean
    RequestDesk requestDesk(RequestRegister register, KafkaTemplate<byte[], byte[]> kafka, RequestsProperties settings,
            Clock clock) {
        return new RequestDesk(register, new RequestPublisher(kafka, settings.acknowledgedWithin()), clock);
    }

    @Bean
    Forgetting forgetting(RequestRegister register, RequestsProperties settings, Clock clock) {
        return new Forgetting(register, settings.keptFor(), clock);
    }
}
