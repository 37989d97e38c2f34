package it.dgc.generation.registry.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.client.model.Projections;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Outbox;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;

/** The outboxes in MongoDB: the events stand in the aggregates, the leases in a small collection of hints. */
final class MongoOutbox implements Outbox {

    private static final String ID = "_id";
    private static final String EVENT_ID = CertificateDocument.OUTBOX + ".eventId";
    private static final List<String> FINAL = Stream.of(CertificateState.values()).filter(CertificateState::isFinal)
            .map(CertificateState::name).toList();
    static final String LEASED_UNTIL = "leasedUntil";
    private static final String ANNOUNCED_AT = "announcedAt";
    /** How often the hint was leased, by an announcement or by a sweep. */
    private static final String LEASES = "leases";
    /** Longer than a step takes that an election of the store or a pause of this process holds up in the middle. */
    private static final Duration STEP_IS_TAKEN_AFTER = Duration.ofMinutes(5);

    /** Longer than any step can take: an announcement that nothing followed until then is of a step that was not taken. */
    private static final Duration STEP_TAKES_AT_MOST = Duration.ofHours(1);

    private final MongoCollections collections;
    private final MongoLookup outboxes;
    private final MongoWrites certificates;
    private final MongoWrites hints;
    private final Clock clock;

    MongoOutbox(MongoCollections collections, Clock clock) {
        this.collections = collections;
        this.clock = clock;
        outboxes = new MongoLookup(collections.certificates(), ID,
                Projections.include(CertificateDocument.OUTBOX, CertificateDocument.STATE));
        certificates = new MongoWrites(collections.certificates());
        hints = new MongoWrites(collections.outboxHints());
    }

    /** Written before the events themselves, so that none can be forgotten. */
    OutboxLease announce(Uvci uvci, Duration time) {
        OutboxLease lease = new OutboxLease(uvci, end(time));
        hints.upsert(eq(ID, uvci.value()), combine(set(LEASED_UNTIL, Date.from(lease.until())),
                set(ANNOUNCED_AT, Date.from(clock.instant())), inc(LEASES, 1)));
        return lease;
    }

    @Override
    public List<OutboxMessage> pending(Uvci uvci) {
        return outboxes.find(uvci.value()).map(CertificateDocument::outbox).orElse(List.of());
    }

    @Override
    public void sent(OutboxLease lease, List<OutboxMessage> messages) {
        List<String> ids = messages.stream().map(OutboxMessage::eventId).toList();
        if (isEmptied(lease.uvci(), ids)) {
            end(lease);
        } else {
            takeOut(lease, ids);
        }
    }

    /** @return whether these were all, and no step brings more; {@code false} if that is not sure */
    private boolean isEmptied(Uvci uvci, List<String> ids) {
        return certificates.update(and(eq(ID, uvci.value()), in(CertificateDocument.STATE, FINAL),
                size(CertificateDocument.OUTBOX, ids.size()), all(EVENT_ID, ids)),
                set(CertificateDocument.OUTBOX, List.of()));
    }

    private void takeOut(OutboxLease lease, List<String> ids) {
        certificates.update(eq(ID, lease.uvci().value()),
                pull(CertificateDocument.OUTBOX, new Document("eventId", new Document("$in", ids))));
        Optional<Document> left = outboxes.find(lease.uvci().value());
        if (left.isEmpty()) {
            hints.delete(and(held(lease), announcedBefore(STEP_TAKES_AT_MOST)));
        } else if (isSettled(left.get())) {
            end(lease);
        }
    }

    private void end(OutboxLease lease) {
        hints.delete(and(held(lease), or(leasedOnce(), isLeft())));
    }

    private static Bson held(OutboxLease lease) {
        return and(eq(ID, lease.uvci().value()), eq(LEASED_UNTIL, Date.from(lease.until())));
    }

    /** Only the one who took the step has had it. Whoever sweeps, or announces as well, cannot know of the other's step. */
    private static Bson leasedOnce() {
        return eq(LEASES, 1);
    }

    /** The repair announces no step. */
    private Bson isLeft() {
        return or(exists(ANNOUNCED_AT, false), announcedBefore(STEP_IS_TAKEN_AFTER));
    }

    private Bson announcedBefore(Duration ago) {
        return lt(ANNOUNCED_AT, Date.from(clock.instant().minus(ago)));
    }

    /** Before the last step a message may be announced that is not there yet: the announcement must stay. */
    private static boolean isSettled(Document aggregate) {
        return CertificateDocument.outbox(aggregate).isEmpty() && CertificateDocument.state(aggregate).isFinal();
    }

    @Override
    public Optional<OutboxLease> lease(Duration time) {
        Instant until = end(time);
        return Optional.ofNullable(collections.outboxHints().findOneAndUpdate(
                lt(LEASED_UNTIL, Date.from(clock.instant())),
                combine(set(LEASED_UNTIL, Date.from(until)), inc(LEASES, 1))))
                .map(hint -> new OutboxLease(new Uvci(hint.getString(ID)), until));
    }

    private Instant end(Duration time) {
        return clock.instant().plus(time).truncatedTo(ChronoUnit.MILLIS);
    }
}
