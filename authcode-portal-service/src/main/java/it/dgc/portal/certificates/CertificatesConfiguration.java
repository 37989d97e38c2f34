package it.dgc.portal.certificates;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.portal.outbound.Peer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GenerationProperties.class)
class CertificatesConfiguration {

    @Bean
    Peer generation(GenerationProperties settings, MeterRegistry meters) {
        return new Peer(settings.peer(), meters);
    }

    @Bean
    Certificates certificates(Peer generation) {
        return new GenerationCertificates(generation);
    }
}
