package it.dgc.revocation.publication.store;

import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import it.dgc.deploy.backends.TestBackends;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A database of a test's own. */
final class TestDatabase implements AutoCloseable {

    private final MongoClient client = MongoClients.create(TestBackends.mongo());
    private final MongoTemplate template = new MongoTemplate(client, "revocation-" + UUID.randomUUID());

    MongoTemplate template() {
        return template;
    }

    @Override
    public void close() {
        template.getDb().drop();
        client.close();
    }
}
