package it.dgc.generation.revocation;

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
class RevocationConfiguration {

    @Bean
    EndOfValidity endOfValidity(SignerRing signers, Clock clock) {
        return new EndOfValidity(signers, clock);
    }

    @Bean
    CertificateRevocation certificateRevocation(CertificateRegistry registry, Revisions revisions,
            RevokedBatches batches, SuspendedDoctors suspended, Secrets secrets, EventRelay relay, EndOfValidity ends,
            Clock clock) {
        return new CertificateRevocation(registry, revisions, batches, suspended, secrets, relay, ends, clock);
    }

    @Bean
    EndedRevocations endedRevocations(CertificateRegistry registry, Revisions revisions, EndOfValidity ends,
            Clock clock) {
        return new EndedRevocations(registry, revisions, ends, clock);
    }
}
