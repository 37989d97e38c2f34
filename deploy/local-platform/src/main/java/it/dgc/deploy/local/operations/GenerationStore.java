package it.dgc.deploy.local.operations;

import java.util.function.Function;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

/** The generation service's database, opened for one question. */
final class GenerationStore {

    private static final String DATABASE = "generation";

    private GenerationStore() {}

    /** @param store without a database */
    static <T> T ask(String store, Function<MongoDatabase, T> question) {
        try (MongoClient client = MongoClients.create(store)) {
            return question.apply(client.getDatabase(DATABASE));
        }
    }
}
