package it.dgc.generation.registry.mongo;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.mongodb.client.model.UpdateOptions;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.RevokedBatch;
import it.dgc.generation.registry.RevokedBatches;
import it.dgc.generation.secrets.BlindIndex;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addToSet;

/** The revoked batches in MongoDB, one document a doctor. */
final class MongoRevokedBatches implements RevokedBatches {

    private static final String ID = "_id";
    private static final String BATCHES = "batches";

    private final MongoCollections collections;
    private final MongoLookup kept;
    private final BlindIndex index;

    MongoRevokedBatches(MongoCollections collections, BlindIndex index) {
        this.collections = collections;
        kept = new MongoLookup(collections.revokedBatches(), ID, null);
        this.index = index;
    }

    @Override
    public void keep(CodiceFiscale doctor, RevokedBatch batch) {
        collections.revokedBatches().updateOne(eq(ID, id(doctor)), addToSet(BATCHES, document(batch)),
                new UpdateOptions().upsert(true));
    }

    @Override
    public List<List<String>> covering(List<Receipt> receipts) {
        List<Optional<Document>> found = kept.findAll(receipts.stream().map(receipt -> id(receipt.doctor())).toList());
        return IntStream.range(0, receipts.size())
                .mapToObj(i -> covering(found.get(i), receipts.get(i).at())).toList();
    }

    private static List<String> covering(Optional<Document> kept, Instant receivedAt) {
        return kept.stream().flatMap(own -> own.getList(BATCHES, Document.class).stream())
                .map(MongoRevokedBatches::batch).filter(batch -> batch.covers(receivedAt))
                .map(RevokedBatch::requestId).toList();
    }

    private String id(CodiceFiscale doctor) {
        return Base64.getEncoder().encodeToString(index.of(doctor));
    }

    /** Instants as text: the store's own have no more than milliseconds. */
    private static Document document(RevokedBatch batch) {
        return new Document("requestId", batch.requestId()).append("from", batch.from().toString())
                .append("until", batch.until().toString()).append("ground", batch.ground().name());
    }

    private static RevokedBatch batch(Document document) {
        return new RevokedBatch(document.getString("requestId"), Instant.parse(document.getString("from")),
                Instant.parse(document.getString("until")), Ground.valueOf(document.getString("ground")));
    }
}
