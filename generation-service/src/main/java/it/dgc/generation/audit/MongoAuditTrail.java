package it.dgc.generation.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
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
import static com.mongodb.client.model.Filters.in;
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
    public synchronized int append(List<AuditRecord> events) {
        if (known.sequence() > 0 && !at(known.sequence()).equals(Optional.of(known))) {
            // The store was set back under a running writer: the chain goes on where it ends now.
            head();
        }
        int added = 0;
        List<AuditRecord> missing = missing(events);
        while (!missing.isEmpty()) {
            int now = add(chained(missing));
            added += now;
            if (now < missing.size()) {
                head();
            }
            missing = missing(missing.subList(now, missing.size()));
        }
        if (added > 0) {
            hints.replaceOne(eq(ID, LAST), new Document(ID, LAST).append(SEQUENCE, known.sequence()),
                    new ReplaceOptions().upsert(true));
        }
        return added;
    }

    /** Each once, though a batch can bring an event twice. */
    private List<AuditRecord> missing(List<AuditRecord> events) {
        if (events.isEmpty()) {
            return events;
        }
        Set<String> there = new HashSet<>();
        links.find(in(EVENT_ID, events.stream().map(AuditRecord::eventId).toList()))
                .projection(Projections.include(EVENT_ID)).forEach(link -> there.add(link.getString(EVENT_ID)));
        return events.stream().filter(event -> there.add(event.eventId())).toList();
    }

    private List<AuditEntry> chained(List<AuditRecord> events) {
        List<AuditEntry> chain = new ArrayList<>();
        AuditHead end = known;
        for (AuditRecord event : events) {
            AuditEntry link = AuditEntry.after(end, event);
            chain.add(link);
            end = link.head();
        }
        return chain;
    }

    /** In order, so that what another writer takes leaves no gap: how many were added before that. */
    private int add(List<AuditEntry> chain) {
        int added = inserted(chain.stream().map(MongoAuditTrail::document).toList());
        known = added == 0 ? known : chain.get(added - 1).head();
        return added;
    }

    private int inserted(List<Document> documents) {
        try {
            links.insertMany(documents);
            return documents.size();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null || e.getWriteErrors().stream()
                    .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            return e.getWriteErrors().getFirst().getIndex();
        }
    }

    private static Document document(AuditEntry link) {
        return new Document(ID, link.sequence()).append(EVENT_ID, link.eventId()).append(EVENT, link.event())
                .append(SOURCE, link.source()).append(PREVIOUS, link.previous()).append(HASH, link.hash());
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
