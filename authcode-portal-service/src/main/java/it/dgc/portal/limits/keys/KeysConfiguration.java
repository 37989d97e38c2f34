package it.dgc.portal.limits.keys;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeysProperties.class)
class KeysConfiguration {

    private static final String DEVELOPMENT = "DEVELOPMENT";

    /** @param mode in {@code DEVELOPMENT} a missing key is made at the first start, else it stops the start */
    @Bean
    KeyedHash keyedHash(KeysProperties properties, @Value("${dgc.mode:PRODUCTION}") String mode) {
        KeyFile file = new KeyFile(properties.directory());
        return DEVELOPMENT.equalsIgnoreCase(mode) ? file.loadOrCreate() : file.load();
    }
}
