package it.dgc.generation.signing;

import java.time.Clock;
import java.util.List;

import it.dgc.generation.DeploymentProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SigningConfiguration.class);

    @Bean
    SignerRing signerRing(SigningProperties properties, DeploymentProperties deployment, Clock clock) {
        SignerLoader loader = new SignerLoader(SignatureEngine.fastest(), deployment.development(),
                properties.selfVerification());
        SignerRing ring = new SignerRing(keys(properties, deployment, clock).stream().map(loader::load).toList(),
                properties.withdrawnKeys());
        ring.requireLeadTime(properties.leadTime());
        ring.trusted().forEach(signer -> LOG.info("Signing {} usable from {} until {}", signer,
                signer.usePeriod().from(), signer.usePeriod().until()));
        ring.withdrawn().forEach(kid -> LOG.warn("The signing key {} is withdrawn", kid.base64()));
        if (ring.trusted().isEmpty()) {
            LOG.error("Every signing key is withdrawn: nothing is issued until there is another");
        }
        return ring;
    }

    private static List<SigningProperties.Key> keys(SigningProperties properties, DeploymentProperties deployment,
            Clock clock) {
        if (!properties.keys().isEmpty()) {
            return properties.keys();
        }
        if (!deployment.development() || properties.developmentKeystore() == null) {
            throw new SigningException("No signing key is configured (dgc.signing.keys)");
        }
        DevelopmentKeystore.createIfMissing(properties.developmentKeystore(), clock.instant());
        return List
                .of(SigningProperties.Key.inKeystore(properties.developmentKeystore(), DevelopmentKeystore.PASSWORD));
    }
}
