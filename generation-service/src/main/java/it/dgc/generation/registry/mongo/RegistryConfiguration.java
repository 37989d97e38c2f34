package it.dgc.generation.registry.mongo;

import java.time.Clock;

import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.RegistrySetup;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.secrets.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    @Bean
    MongoCollections mongoCollections(MongoDatabaseFactory factory) {
        return MongoCollections.of(factory.getMongoDatabase());
    }

    @Bean
    MongoOutbox outbox(MongoCollections collections, Clock clock) {
        return new MongoOutbox(collections, clock);
    }

    @Bean
    CertificateRegistry certificateRegistry(MongoCollections collections, Secrets secrets, MongoOutbox outbox) {
        return new MongoCertificateRegistry(collections, new CertificateDocument(secrets), outbox);
    }

    @Bean
    SuspendedDoctors suspendedDoctors(MongoCollections collections, Secrets secrets) {
        return new MongoSuspendedDoctors(collections, secrets.index());
    }

    @Bean
    RegistrySetup registrySetup(MongoCollections collections) {
        return collections::createIndexes;
    }
}
