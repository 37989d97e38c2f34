package it.dgc.generation.registry.mongo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import it.dgc.generation.sharing.SharedCommand;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.eq;

/** Writes single documents of one collection. Safe for use by several threads. */
final class MongoWrites {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions IN_NO_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final SharedCommand<List<Document>, List<Boolean>> inserting = new SharedCommand<>(this::insert);
    private final SharedCommand<List<UpdateOneModel<Document>>, Long> upserting = new SharedCommand<>(this::upsert);
    private final SharedCommand<List<UpdateOneModel<Document>>, Boolean> updating = new SharedCommand<>(this::update);
    private final SharedCommand<List<DeleteOneModel<Document>>, Boolean> deleting = new SharedCommand<>(this::delete);

    /** @param collection where */
    MongoWrites(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** @return of each, in their order, whether it was added; {@code false} where a unique field of it is taken */
    List<Boolean> insertAll(List<Document> documents) {
        return documents.isEmpty() ? List.of() : inserting.ask(documents);
    }

    /** @return how many of them were not there before */
    long upsertAll(List<Upsert> upserts) {
        return upserts.isEmpty() ? 0 : upserting.ask(upserts.stream().map(Upsert::model).toList());
    }

    /**
     * @param updates each of one document by its {@code _id}, and what must hold of it
     * @return {@code true} if all were changed; {@code false} if that is not sure, as others were not that were written with them
     */
    boolean updateAll(List<UpdateOneModel<Document>> updates) {
        return updates.isEmpty() || updating.ask(updates);
    }

    /** @param filters each names one document by its {@code _id}, and what must hold of it */
    void deleteAll(List<Bson> filters) {
        if (!filters.isEmpty()) {
            deleting.ask(filters.stream().map(DeleteOneModel<Document>::new).toList());
        }
    }

    private List<List<Boolean>> insert(List<List<Document>> asked) {
        List<Document> documents = all(asked);
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
        return dealt(added, asked);
    }

    private List<Long> upsert(List<List<UpdateOneModel<Document>>> asked) {
        List<UpdateOneModel<Document>> upserts = all(asked);
        List<Long> isNew = new ArrayList<>(Collections.nCopies(upserts.size(), 0L));
        write(upserts).getUpserts().forEach(one -> isNew.set(one.getIndex(), 1L));
        return dealt(isNew, asked).stream().map(own -> own.stream().mapToLong(Long::longValue).sum()).toList();
    }

    private List<Boolean> update(List<List<UpdateOneModel<Document>>> asked) {
        List<UpdateOneModel<Document>> updates = all(asked);
        return Collections.nCopies(asked.size(), write(updates).getMatchedCount() == updates.size());
    }

    private List<Boolean> delete(List<List<DeleteOneModel<Document>>> asked) {
        write(all(asked));
        return Collections.nCopies(asked.size(), true);
    }

    private BulkWriteResult write(List<? extends WriteModel<Document>> writes) {
        return collection.bulkWrite(writes, IN_NO_ORDER);
    }

    private static <T> List<T> all(List<List<T>> asked) {
        return asked.size() == 1 ? asked.getFirst() : asked.stream().flatMap(List::stream).toList();
    }

    /** @return to each who asked, what belongs to his own */
    private static <T> List<List<T>> dealt(List<T> answers, List<? extends List<?>> asked) {
        List<List<T>> dealt = new ArrayList<>(asked.size());
        int from = 0;
        for (List<?> own : asked) {
            dealt.add(answers.subList(from, from + own.size()));
            from += own.size();
        }
        return dealt;
    }

    /**
     * A document that is changed, or made if it is not there.
     *
     * @param id its {@code _id}
     * @param update what becomes of it
     */
    record Upsert(String id, Bson update) {

        private UpdateOneModel<Document> model() {
            return new UpdateOneModel<>(eq("_id", id), update, UPSERT);
        }
    }
}
