package it.dgc.generation.registry.mongo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import it.dgc.generation.sharing.SharedCommand;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Finds documents by the value of a unique field. Safe for use by several threads. */
final class MongoLookup {

    private final MongoCollection<Document> collection;
    private final String field;
    private final Bson projection;
    private final SharedCommand<Object, Optional<Document>> finding = new SharedCommand<>(this::find);

    /**
     * @param collection where
     * @param field with a unique index
     * @param projection which fields are wanted; {@code null} for all
     */
    MongoLookup(MongoCollection<Document> collection, String field, Bson projection) {
        this.collection = collection;
        this.field = field;
        this.projection = projection;
    }

    /** @return the document with this value, if there is one */
    Optional<Document> find(Object value) {
        return finding.ask(value);
    }

    private List<Optional<Document>> find(List<Object> values) {
        Bson wanted = values.size() == 1 ? Filters.eq(field, values.getFirst()) : Filters.in(field, values);
        Map<Object, Document> found = new HashMap<>();
        collection.find(wanted).projection(projection).forEach(one -> found.put(one.get(field), one));
        return values.stream().map(value -> Optional.ofNullable(found.get(value))).toList();
    }
}
