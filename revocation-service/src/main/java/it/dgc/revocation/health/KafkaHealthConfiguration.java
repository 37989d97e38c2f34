package it.dgc.revocation.health;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** One long-lived client for the probe: opening one a probe would cost a thread and a connection each time. */
@Configuration(proxyBeanMethods = false)
class KafkaHealthConfiguration {

    @Bean(destroyMethod = "close")
    Admin kafkaProbe(KafkaAdmin settings, @Value("${spring.application.name}") String applicationName) {
        Map<String, Object> properties = new HashMap<>(settings.getConfigurationProperties());
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, applicationName + "-probe");
        return Admin.create(properties);
    }
}
