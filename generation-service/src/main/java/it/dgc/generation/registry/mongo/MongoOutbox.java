package it.dgc.generation.registry.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Outbox;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import org.bson.Document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;

/** The outboxes in MongoDB: the events stand in the aggregates, the leases in a small collection of hints. */
final class MongoOutbox implements Outbox {

    private static final String ID = "_id";
    private static final String LEASED_UNTIL = "leasedUntil";
    private static final FindOneAndUpdateOptions LEFT = new FindOneAndUpdateOptions()
            .returnDocument(ReturnDocument.AFTER)
            .projection(Projections.include(CertificateDocument.OUTBOX, CertificateDocument.STATE));

    private final MongoCollections collections;
    private final Clock clock;

    MongoOutbox(MongoCollections collections, Clock clock) {
        this.collections = collections;
        this.clock = clock;
    }

    /** Written before the events themselves, so that none can be forgotten. */
    OutboxLease announce(Uvci uvci, Duration time) {
        OutboxLease lease = new OutboxLease(uvci, end(time));
        collections.outboxHints().updateOne(eq(ID, uvci.value()), set(LEASED_UNTIL, Date.from(lease.until())),
                new UpdateOptions().upsert(true));
        return lease;
    }

    @Override
    public List<OutboxMessage> pending(Uvci uvci) {
        Document aggregate = collections.certificates().find(eq(ID, uvci.value()))
                .projection(Projections.include(CertificateDocument.OUTBOX)).first();
        return aggregate == null ? List.of() : CertificateDocument.outbox(aggregate);
    }

    @Override
    public void sent(OutboxLease lease, List<OutboxMessage> messages) {
        List<String> ids = messages.stream().map(OutboxMessage::eventId).toList();
        Document left = collections.certificates().findOneAndUpdate(eq(ID, lease.uvci().value()),
                pull(CertificateDocument.OUTBOX, new Document("eventId", new Document("$in", ids))), LEFT);
        if (left == null || isSettled(left)) {
            collections.outboxHints().deleteOne(
                    and(eq(ID, lease.uvci().value()), eq(LEASED_UNTIL, Date.from(lease.until()))));
        }
    }

    /** While a certificate is pinned its event is announced but not yet there: the announcement must stay. */
    private static boolean isSettled(Document aggregate) {
        return CertificateDocument.outbox(aggregate).isEmpty()
                && !CertificateState.PINNED.name().equals(aggregate.getString(CertificateDocument.STATE));
    }

    @Override
    public Optional<OutboxLease> lease(Duration time) {
        Instant until = end(time);
        return Optional.ofNullable(collections.outboxHints().findOneAndUpdate(
                lt(LEASED_UNTIL, Date.from(clock.instant())), set(LEASED_UNTIL, Date.from(until))))
                .map(hint -> new OutboxLease(new Uvci(hint.getString(ID)), until));
    }

    private Instant end(Duration time) {
        return clock.instant().plus(time).truncatedTo(ChronoUnit.MILLIS);
    }
}
