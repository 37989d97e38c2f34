package it.dgc.generation.registry.mongo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private final SharedCommand<List<?>, List<Optional<Document>>> finding = new SharedCommand<>(this::find);

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
        return findAll(List.of(value)).getFirst();
    }

    /** @return the document with each value, if there is one, in their order */
    List<Optional<Document>> findAll(List<?> values) {
        return values.isEmpty() ? List.of() : finding.ask(values);
    }

    private List<List<Optional<Document>>> find(List<List<?>> asked) {
        Set<?> values = asked.stream().flatMap(List::stream).collect(Collectors.toSet());
        Bson wanted = values.size() == 1
                ? Filters.eq(field, values.iterator().next())
                : Filters.in(field, values);
        Map<Object, Document> found = new HashMap<>();
        collection.find(wanted).projection(projection).forEach(one -> found.put(one.get(field), one));
        return asked.stream().map(own -> own.stream().map(value -> Optional.ofNullable(found.get(value))).toList())
                .toList();
    }
}
