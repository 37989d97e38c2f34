package it.dgc.generation.deadletters;

import java.util.function.Consumer;

import com.mongodb.client.MongoDatabase;

/** The records that were refused and whose dead letters are written: for auditors. */
@FunctionalInterface
public interface RefusedRecords {

    /** Calls back with the id of the origin of each. */
    void forEach(Consumer<String> reader);

    /** @param database the service's database */
    static RefusedRecords in(MongoDatabase database) {
        return new MongoRefusals(database)::forEachConcluded;
    }
}
