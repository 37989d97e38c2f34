package it.dgc.generation.registry.mongo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.BulkWriteUpsert;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import it.dgc.generation.sharing.SharedCommand;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Writes single documents of one collection. Safe for use by several threads. */
final class MongoWrites {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions IN_NO_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final SharedCommand<Document, Boolean> inserting = new SharedCommand<>(this::insert);
    private final SharedCommand<List<UpdateOneModel<Document>>, Long> upserting = new SharedCommand<>(this::upsert);
    private final SharedCommand<UpdateOneModel<Document>, Boolean> updating = new SharedCommand<>(this::update);
    private final SharedCommand<DeleteOneModel<Document>, Boolean> deleting = new SharedCommand<>(this::delete);

    /** @param collection where */
    MongoWrites(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** @return whether it was added; {@code false} where a unique field of it is taken */
    boolean insert(Document document) {
        return inserting.ask(document);
    }

    /**
     * @param filter names one document by its {@code _id}
     * @return whether it was not there before
     */
    boolean upsert(Bson filter, Bson update) {
        return upserting.ask(List.of(new UpdateOneModel<>(filter, update, UPSERT))) == 1;
    }

    /**
     * Updates several documents in one command.
     *
     * @param updates by {@code _id}
     * @return how many of them were not there before
     */
    long upsertAll(Map<String, Bson> updates) {
        return updates.isEmpty()
                ? 0
                : upserting.ask(updates.entrySet().stream().map(one -> new UpdateOneModel<Document>(
                        Filters.eq("_id", one.getKey()), one.getValue(), UPSERT)).toList());
    }

    /**
     * @param filter names one document by its {@code _id}, and what must hold of it
     * @return {@code true} if it was changed; {@code false} if that is not sure, as others were not that were written with it
     */
    boolean update(Bson filter, Bson update) {
        return updating.ask(new UpdateOneModel<>(filter, update));
    }

    /** @param filter names one document by its {@code _id}, and what must hold of it */
    void delete(Bson filter) {
        deleting.ask(new DeleteOneModel<>(filter));
    }

    private List<Boolean> insert(List<Document> documents) {
        List<Boolean> added = new ArrayList<>(Collections.nCopies(documents.size(), true));
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null || e.getWriteErrors().stream()
                    .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            e.getWriteErrors().forEach(error -> added.set(error.getIndex(), false));
        }
        return added;
    }

    private List<Long> upsert(List<List<UpdateOneModel<Document>>> asked) {
        List<BulkWriteUpsert> upserted = write(asked.stream().flatMap(List::stream).toList()).getUpserts();
        List<Long> isNew = new ArrayList<>(asked.size());
        int from = 0;
        for (List<UpdateOneModel<Document>> upserts : asked) {
            int first = from;
            int end = from + upserts.size();
            isNew.add(upserted.stream().filter(one -> one.getIndex() >= first && one.getIndex() < end).count());
            from = end;
        }
        return isNew;
    }

    private List<Boolean> update(List<UpdateOneModel<Document>> updates) {
        return Collections.nCopies(updates.size(), write(updates).getMatchedCount() == updates.size());
    }

    private List<Boolean> delete(List<DeleteOneModel<Document>> deletions) {
        write(deletions);
        return Collections.nCopies(deletions.size(), true);
    }

    private BulkWriteResult write(List<? extends WriteModel<Document>> writes) {
        return collection.bulkWrite(writes, IN_NO_ORDER);
    }
}
