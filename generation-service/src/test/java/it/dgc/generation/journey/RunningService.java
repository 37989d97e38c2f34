package it.dgc.generation.journey;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import it.dgc.deploy.backends.TestBackends;
import it.dgc.generation.GenerationServiceApplication;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.secrets.Secrets;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, on a broker and a store that tests may use; a database of its own. */
final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final String database;

    private RunningService(ConfigurableApplicationContext context, String database) {
        this.context = context;
        this.database = database;
    }

    /** @param directory keys and secrets; the same again gives the same service again */
    static RunningService start(Path directory, String database, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--dgc.mode=DEVELOPMENT",
                "--dgc.secrets.directory=" + directory.resolve("secrets"),
                "--dgc.signing.development-keystore=" + directory.resolve("keys/signer.p12"),
                "--spring.kafka.bootstrap-servers=" + TestBackends.kafka(),
                "--spring.mongodb.uri=" + TestBackends.mongo(database), "--logging.level.root=WARN"));
        arguments.addAll(List.of(more));
        return new RunningService(GenerationServiceApplication.builder().run(arguments.toArray(String[]::new)),
                database);
    }

    CertificateRegistry registry() {
        return context.getBean(CertificateRegistry.class);
    }

    Secrets secrets() {
        return context.getBean(Secrets.class);
    }

    Clock clock() {
        return context.getBean(Clock.class);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** @return every document of the service's database, as JSON */
    List<String> dump() {
        List<String> documents = new ArrayList<>();
        try (MongoClient client = MongoClients.create(TestBackends.mongo(database))) {
            var db = client.getDatabase(database);
            for (String collection : db.listCollectionNames()) {
                db.getCollection(collection).find().forEach(document -> documents.add(document.toJson()));
            }
        }
        return documents;
    }

    @Override
    public void close() {
        context.close();
    }
}
