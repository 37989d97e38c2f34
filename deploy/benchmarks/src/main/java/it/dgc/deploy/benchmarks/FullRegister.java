package it.dgc.deploy.benchmarks;

import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

/** The register of a running service, of which a measurement may take away all certificates. */
final class FullRegister {

    /** What has more documents with each certificate. The audit trail has too, and stays: it is a chain, which cannot be cut. */
    private static final List<String> GROWING = List.of("certificates", "outboxHints", "deferralHints", "deliveryHints",
            "erasureHints", "holderHints");
    private static final String CERTIFICATES = "certificates";
    private static final String UNIQUE = "cuevIndex";

    private FullRegister() {}

    /**
     * Empties it.
     *
     * @param store address
     * @return how many certificates were there
     */
    static long empty(String store) {
        try (MongoClient client = MongoClients.create(store)) {
            MongoDatabase database = client.getDatabase("generation");
            long certificates = database.getCollection(CERTIFICATES).estimatedDocumentCount();
            GROWING.forEach(name -> database.getCollection(name).drop());
            database.getCollection(CERTIFICATES).createIndex(Indexes.ascending(UNIQUE),
                    new IndexOptions().unique(true));
            return certificates;
        }
    }
}
