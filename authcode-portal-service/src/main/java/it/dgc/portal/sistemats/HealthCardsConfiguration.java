package it.dgc.portal.sistemats;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.portal.outbound.Peer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SistemaTsProperties.class)
class HealthCardsConfiguration {

    @Bean
    Peer sistemaTs(SistemaTsProperties settings, MeterRegistry meters) {
        return new Peer(settings.peer(), meters);
    }

    @Bean
    HealthCards healthCards(Peer sistemaTs) {
        return new SistemaTsHealthCards(sistemaTs);
    }
}
