package it.dgc.deploy.backends;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;

/**
 * A unique index that also serves filters which ask for more than its key, such as {@code {_id: .., state: ..}} and the {@code $and}
 * that the driver makes of it. The library looks through the whole collection for them, so that each step would cost more with
 * every certificate. Whoever queries by the index still compares the documents that it names with the whole filter.
 */
final class ConjunctionIndex extends Index<Object> {

    private static final String AND = "$and";

    private final Index<Object> index;

    ConjunctionIndex(Index<Object> index, List<IndexKey> keys, boolean sparse) {
        super(index.getName(), keys, sparse);
        this.index = index;
    }

    @Override
    public boolean canHandle(Document query) {
        return narrowed(query).isPresent();
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return index.getPositions(narrowed(query).orElseThrow());
    }

    /** The filter itself, or the part of it that is about the key alone and names few documents. */
    private Optional<Document> narrowed(Document query) {
        return index.canHandle(query) ? Optional.of(query) : part(query);
    }

    private Optional<Document> part(Document query) {
        Document key = new Document();
        for (String field : keys()) {
            conditions(query).filter(one -> one.getKey().equals(field)).map(Map.Entry::getValue)
                    .filter(Objects::nonNull).filter(this::isExact)
                    .findFirst().ifPresent(value -> key.append(field, value));
        }
        return Optional.of(key).filter(index::canHandle);
    }

    /** An exact value or a list of such; ranges and patterns name too many to be worth it. */
    private boolean isExact(Object condition) {
        return !(condition instanceof Document operators)
                || operators.keySet().stream().noneMatch(name -> name.startsWith("$"))
                || !isCompoundIndex() && operators.size() == 1 && operators.containsKey("$in");
    }

    private static Stream<Map.Entry<String, Object>> conditions(Document query) {
        return query.entrySet().stream().flatMap(condition -> AND.equals(condition.getKey())
                ? ((List<?>) condition.getValue()).stream().flatMap(clause -> conditions((Document) clause))
                : Stream.of(condition));
    }

    @Override
    public Object getPosition(Document document) {
        return index.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        index.add(document, position, collection);
    }

    @Override
    public Object remove(Document document) {
        return index.remove(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        index.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        index.updateInPlace(before, after, position, collection);
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public boolean isEmpty() {
        return index.isEmpty();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public boolean isUnique() {
        return index.isUnique();
    }

    @Override
    public void drop() {
        index.drop();
    }
}
