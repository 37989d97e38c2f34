package it.dgc.generation.secrets;

import io.micrometer.core.instrument.MeterRegistry;
import it.dgc.generation.DeploymentProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    @Bean
    Secrets secrets(SecretsProperties properties, DeploymentProperties deployment) {
        return deployment.development()
                ? Secrets.loadOrCreate(properties.directory())
                : Secrets.load(properties.directory());
    }

    @Bean
    KeysetReload keysetReload(Secrets secrets, SecretsProperties properties, ObjectProvider<KeysInUse> keysInUse,
            MeterRegistry meters) {
        return new KeysetReload(secrets.fields(), properties.directory(),
                keysInUse.getIfAvailable(() -> keyId -> true), meters);
    }
}
