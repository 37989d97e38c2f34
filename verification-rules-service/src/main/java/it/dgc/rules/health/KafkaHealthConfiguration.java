package it.dgc.rules.health;

import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** One long-lived client for the probe: opening one a probe would cost a thread and a connection each time. */
@Configuration(proxyBeanMethods = false)
class KafkaHealthConfiguration {

    @Bean(destroyMethod = "close")
    Admin kafkaProbe(KafkaAdmin settings) {
        return Admin.create(settings.getConfigurationProperties());
    }
}
