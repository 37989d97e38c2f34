package it.dgc.generation.secrets;

import it.dgc.generation.DeploymentProperties;
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
}
