package it.dgc.generation.deadletters;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MongoRefusalsTest implements RefusalsContract {

    private static MongoServer server;
    private static MongoClient client;

    private MongoDatabase database;

    @BeforeAll
    static void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.shutdownNow();
    }

    @BeforeEach
    void open() {
        database = client.getDatabase("refusals");
        database.drop();
    }

    @Override
    public Refusals refusals() {
        return new MongoRefusals(database);
    }

    @Test
    void tellsTheAuditorOfWhatIsConcluded() {
        refusals().enter(ORIGIN, REFUSAL, AT);
        refusals().enter(new Origin("sistema-ts.exemptions", 0, 1, 1), REFUSAL, AT);
        refusals().conclude(ORIGIN);
        List<String> concluded = new ArrayList<>();
        RefusedRecords.in(database).forEach(concluded::add);
        assertThat(concluded).containsExactly("sistema-ts.exemptions/2/41/1641805200000");
    }
}
