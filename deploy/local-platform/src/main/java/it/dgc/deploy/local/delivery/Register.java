package it.dgc.deploy.local.delivery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import it.dgc.common.codes.Cuev;
import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.mongo.Registries;
import it.dgc.generation.secrets.Secrets;

/** The generation service's register, opened for reading with the secrets of the data directory. */
final class Register implements AutoCloseable {

    private final MongoClient client;
    private final CertificateRegistry certificates;
    private final Secrets secrets;

    private Register(MongoClient client, Secrets secrets) {
        this.client = client;
        this.secrets = secrets;
        this.certificates = Registries.mongo(client.getDatabase("generation"), secrets, Clock.systemUTC());
    }

    static Register open(String store, Path secrets) {
        if (Files.notExists(secrets)) {
            throw new ExplainedException("There are no secrets in " + secrets
                    + "; name the data directory of the generation service with --data-dir.");
        }
        return new Register(MongoClients.create(store), Secrets.load(secrets));
    }

    Optional<CertificateEntry> find(Cuev cuev) {
        return certificates.find(cuev);
    }

    /** @return the identifier that the first certificate of an exemption gets */
    String uvciOf(Cuev cuev) {
        return secrets.codes().uvci(cuev, 0).value();
    }

    @Override
    public void close() {
        client.close();
    }
}
