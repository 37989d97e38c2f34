package it.dgc.generation.issuance;

import java.time.Clock;

import it.dgc.generation.events.EventRelay;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.Revisions;
import it.dgc.generation.registry.RevokedBatches;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.secrets.Secrets;
import it.dgc.generation.signing.SignerRing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IssuanceConfiguration {

    @Bean
    CertificateIssuance certificateIssuance(CertificateRegistry registry, Revisions revisions, Secrets secrets,
            SignerRing signers,
            EventRelay relay, SuspendedDoctors suspended, RevokedBatches batches, Clock clock) {
        return new CertificateIssuance(registry, revisions, secrets, signers, relay, suspended, batches, clock);
    }

    @Bean
    IssuanceInStep issuanceInStep(CertificateIssuance issuance, CertificateRegistry registry, SignerRing signers,
            EventRelay relay, SuspendedDoctors suspended, RevokedBatches batches) {
        return new IssuanceInStep(issuance, registry, signers, relay, suspended, batches);
    }

    @Bean
    DeferredCertificates deferredCertificates(CertificateRegistry registry, CertificateIssuance issuance, Clock clock) {
        return new DeferredCertificates(registry, issuance, clock);
    }
}
