package it.dgc.generation.audit;

import com.mongodb.client.MongoDatabase;
import it.dgc.generation.registry.RegistrySetup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditTrail auditTrail(MongoDatabase database) {
        return new MongoAuditTrail(database);
    }

    @Bean
    AuditListener auditListener(AuditTrail trail) {
        return new AuditListener(trail);
    }

    @Bean
    RegistrySetup auditSetup(AuditTrail trail) {
        return trail::prepare;
    }
}
