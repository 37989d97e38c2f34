package it.dgc.portal.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import it.dgc.deploy.backends.TestBackends;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A database of its own on the store of the tests; every template has a client of its own, as every instance has. */
public final class TestStore implements AutoCloseable {

    private final String database = "portal-" + UUID.randomUUID();
    private final List<MongoClient> clients = new ArrayList<>();

    public MongoTemplate template() {
        return template(TestBackends.mongo());
    }

    /** @return one whose store does not answer */
    public MongoTemplate away() {
        return template("mongodb://127.0.0.1:1/");
    }

    private MongoTemplate template(String address) {
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS)).build());
        clients.add(client);
        return new MongoTemplate(client, database);
    }

    @Override
    public void close() {
        template().getDb().drop();
        clients.forEach(MongoClient::close);
    }
}
