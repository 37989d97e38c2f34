package it.dgc.generation.channels;

import java.time.Clock;

import it.dgc.generation.events.EventRelay;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.Holdings;
import it.dgc.generation.registry.Recoveries;
import it.dgc.generation.secrets.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChannelsConfiguration {

    @Bean
    HolderCertificates holderCertificates(CertificateRegistry registry, Holdings holdings, Recoveries recoveries,
            EventRelay relay, Secrets secrets, Clock clock) {
        return new HolderCertificates(registry, holdings, recoveries, relay, secrets, clock);
    }
}
