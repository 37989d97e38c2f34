package it.dgc.generation.registry.mongo;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.RegisterInventory;
import it.dgc.generation.secrets.Secrets;

/** Opens the register for reading from outside the service, as an operator's tool does. */
public final class Registries {

    private Registries() {}

    /**
     * @param database the service's database
     * @param secrets the service's secrets
     */
    public static CertificateRegistry mongo(MongoDatabase database, Secrets secrets, Clock clock) {
        MongoCollections collections = MongoCollections.of(database);
        CertificateDocument documents = new CertificateDocument(secrets);
        MongoOutbox outbox = new MongoOutbox(collections, clock);
        return new MongoCertificateRegistry(collections, documents, outbox,
                new MongoDeliveries(collections, documents, () -> false, clock),
                new MongoHoldings(collections, documents));
    }

    /** @param database the service's database */
    public static RegisterInventory inventory(MongoDatabase database) {
        return new MongoInventory(MongoCollections.of(database));
    }
}
