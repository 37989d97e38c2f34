package it.dgc.generation.registry.mongo;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import it.dgc.generation.registry.CertificateRegistry;
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
        return new MongoCertificateRegistry(collections, new CertificateDocument(secrets),
                new MongoOutbox(collections, clock));
    }
}
