package it.dgc.generation.audit;

import java.util.Optional;
import java.util.function.Consumer;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import org.bson.Document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

/**
 * The chain in MongoDB. The sequence is the key, so that two writers cannot both add a link after the same one; the
 * place of the last link is a hint, from which the true one is found by walking on.
 */
final class MongoAuditTrail implements AuditTrail {

    private static final String ID = "_id";
    private static final String EVENT_ID = "eventId";
    private static final String EVENT = "event";
    private static final String SOURCE = "source";
    private static final String PREVIOUS = "previous";
    private static final String HASH = "hash";
    private static final String LAST = "last";
    private static final String SEQUENCE = "sequence";

    private final MongoCollection<Document> links;
    private final MongoCollection<Document> hints;
    private AuditHead known = AuditHead.NONE;

    MongoAuditTrail(MongoDatabase database) {
        this.links = database.getCollection("auditTrail");
        this.hints = database.getCollection("auditHints");
    }

    @Override
    public void prepare() {
        links.createIndex(Indexes.ascending(EVENT_ID), new IndexOptions().unique(true));
    }

    @Override
    public synchronized AuditHead head() {
        AuditHead start = at(known.sequence()).or(() -> hinted().flatMap(this::at)).orElse(AuditHead.NONE);
        Optional<AuditHead> next = at(start.sequence() + 1);
        known = start;
        while (next.isPresent()) {
            known = next.get();
            next = at(known.sequence() + 1);
        }
        return known;
    }

    @Override
    public synchronized boolean append(String eventId, String event, long source) {
        if (known.sequence() > 0 && !at(known.sequence()).equals(Optional.of(known))) {
            // The store was set back under a running writer: the chain goes on where it ends now.
            head();
        }
        while (!contains(eventId)) {
            AuditEntry link = AuditEntry.after(known, eventId, event, source);
            if (isAdded(link)) {
                known = link.head();
                hints.replaceOne(eq(ID, LAST), new Document(ID, LAST).append(SEQUENCE, link.sequence()),
                        new ReplaceOptions().upsert(true));
                return true;
            }
            head();
        }
        return false;
    }

    @Override
    public boolean contains(String eventId) {
        return links.find(eq(EVENT_ID, eventId)).first() != null;
    }

    @Override
    public void forEach(Consumer<AuditEntry> reader) {
        links.find().sort(Sorts.ascending(ID)).map(MongoAuditTrail::entry).forEach(reader);
    }

    /** Calls back with the id of every event whose id begins so, by way of the index. */
    void forEachId(String prefix, Consumer<String> reader) {
        links.find(and(gte(EVENT_ID, prefix), lt(EVENT_ID, prefix + Character.MAX_VALUE)))
                .projection(Projections.include(EVENT_ID)).map(link -> link.getString(EVENT_ID)).forEach(reader);
    }

    private boolean isAdded(AuditEntry link) {
        try {
            links.insertOne(new Document(ID, link.sequence()).append(EVENT_ID, link.eventId())
                    .append(EVENT, link.event()).append(SOURCE, link.source()).append(PREVIOUS, link.previous())
                    .append(HASH, link.hash()));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private Optional<Long> hinted() {
        return Optional.ofNullable(hints.find(eq(ID, LAST)).first()).map(hint -> hint.getLong(SEQUENCE));
    }

    private Optional<AuditHead> at(long sequence) {
        return Optional.ofNullable(links.find(eq(ID, sequence)).first()).map(link -> entry(link).head());
    }

    private static AuditEntry entry(Document link) {
        return new AuditEntry(link.getLong(ID), link.getString(EVENT_ID), link.getString(EVENT), link.getLong(SOURCE),
                link.getString(PREVIOUS), link.getString(HASH));
    }
}
