package it.dgc.generation.registry.mongo;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.Erasures;
import it.dgc.generation.registry.Recoveries;
import it.dgc.generation.registry.RegistrySetup;
import it.dgc.generation.registry.Revisions;
import it.dgc.generation.registry.RevokedBatches;
import it.dgc.generation.registry.SuspendedDoctors;
import it.dgc.generation.secrets.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    @Bean
    MongoDatabase database(MongoDatabaseFactory factory) {
        return MongoCollections.safe(factory.getMongoDatabase());
    }

    @Bean
    MongoCollections mongoCollections(MongoDatabase database) {
        return MongoCollections.of(database);
    }

    @Bean
    MongoOutbox outbox(MongoCollections collections, Clock clock) {
        return new MongoOutbox(collections, clock);
    }

    @Bean
    CertificateDocument certificateDocument(Secrets secrets) {
        return new CertificateDocument(secrets);
    }

    @Bean
    MongoKeyCheck keyCheck(MongoCollections collections, Secrets secrets) {
        return new MongoKeyCheck(collections, secrets);
    }

    @Bean
    MongoReencryption reencryption(MongoCollections collections, Secrets secrets, MongoKeyCheck keyCheck,
            Clock clock) {
        return new MongoReencryption(collections, secrets.fields(), keyCheck, clock);
    }

    @Bean
    MongoDeliveries deliveries(MongoCollections collections, CertificateDocument documents, MongoKeyCheck keyCheck,
            Clock clock) {
        return new MongoDeliveries(collections, documents, keyCheck::isPassed, clock);
    }

    @Bean
    CertificateRegistry certificateRegistry(MongoCollections collections, CertificateDocument documents,
            MongoOutbox outbox, MongoDeliveries deliveries, MongoHoldings holdings) {
        return new MongoCertificateRegistry(collections, documents, outbox, deliveries, holdings);
    }

    @Bean
    MongoHoldings holdings(MongoCollections collections, CertificateDocument documents) {
        return new MongoHoldings(collections, documents);
    }

    @Bean
    Recoveries recoveries(MongoCollections collections, MongoOutbox outbox, MongoDeliveries deliveries) {
        return new MongoRecoveries(collections, outbox, deliveries);
    }

    @Bean
    MongoHintRepair hintRepair(MongoCollections collections, MongoDeliveries deliveries, MongoHoldings holdings,
            Clock clock) {
        return new MongoHintRepair(collections, deliveries, holdings, clock);
    }

    @Bean
    Revisions revisions(MongoCollections collections, CertificateDocument documents, MongoOutbox outbox,
            MongoHoldings holdings) {
        return new MongoRevisions(collections, documents, outbox, holdings);
    }

    @Bean
    Erasures erasures(MongoCollections collections, MongoOutbox outbox, MongoHoldings holdings) {
        return new MongoErasures(collections, outbox, holdings);
    }

    @Bean
    SuspendedDoctors suspendedDoctors(MongoCollections collections, Secrets secrets) {
        return new MongoSuspendedDoctors(collections, secrets.index());
    }

    @Bean
    RevokedBatches revokedBatches(MongoCollections collections, Secrets secrets) {
        return new MongoRevokedBatches(collections, secrets.index());
    }

    @Bean
    RegistrySetup registrySetup(MongoCollections collections) {
        return collections::createIndexes;
    }
}
