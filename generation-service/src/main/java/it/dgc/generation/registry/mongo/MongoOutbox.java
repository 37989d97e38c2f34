package it.dgc.generation.registry.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.LeasedMessages;
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
        return announce(List.of(uvci), time).getFirst();
    }

    /** @return a lease of each, in their order */
    List<OutboxLease> announce(List<Uvci> uvcis, Duration time) {
        Instant until = end(time);
        Bson leased = combine(set(LEASED_UNTIL, Date.from(until)), set(ANNOUNCED_AT, Date.from(clock.instant())),
                inc(LEASES, 1));
        hints.upsertAll(uvcis.stream().map(uvci -> new MongoWrites.Upsert(uvci.value(), leased)).toList());
        return uvcis.stream().map(uvci -> new OutboxLease(uvci, until)).toList();
    }

    @Override
    public List<OutboxMessage> pending(Uvci uvci) {
        return outboxes.find(uvci.value()).map(CertificateDocument::outbox).orElse(List.of());
    }

    @Override
    public void sent(List<LeasedMessages> sent) {
        if (areEmptied(sent)) {
            end(sent.stream().map(LeasedMessages::lease));
        } else {
            takeOut(sent);
        }
    }

    /** @return whether these were all, and no step brings more; {@code false} if that is not sure of each */
    private boolean areEmptied(List<LeasedMessages> sent) {
        return certificates.updateAll(sent.stream().map(MongoOutbox::emptying).toList());
    }

    private static UpdateOneModel<Document> emptying(LeasedMessages sent) {
        return new UpdateOneModel<>(and(eq(ID, sent.lease().uvci().value()), in(CertificateDocument.STATE, FINAL),
                size(CertificateDocument.OUTBOX, sent.messages().size()), all(EVENT_ID, ids(sent))),
                set(CertificateDocument.OUTBOX, List.of()));
    }

    private void takeOut(List<LeasedMessages> sent) {
        certificates.updateAll(sent.stream().map(one -> new UpdateOneModel<Document>(
                eq(ID, one.lease().uvci().value()),
                pull(CertificateDocument.OUTBOX, new Document("eventId", new Document("$in", ids(one)))))).toList());
        List<OutboxLease> leases = sent.stream().map(LeasedMessages::lease).toList();
        List<Optional<Document>> left = outboxes.findAll(leases.stream().map(lease -> lease.uvci().value()).toList());
        hints.deleteAll(IntStream.range(0, leases.size()).filter(i -> left.get(i).isEmpty())
                .mapToObj(i -> and(held(leases.get(i)), announcedBefore(STEP_TAKES_AT_MOST))).toList());
        end(IntStream.range(0, leases.size()).filter(i -> left.get(i).filter(MongoOutbox::isSettled).isPresent())
                .mapToObj(leases::get));
    }

    private void end(Stream<OutboxLease> leases) {
        hints.deleteAll(leases.map(lease -> and(held(lease), or(leasedOnce(), isLeft()))).toList());
    }

    private static List<String> ids(LeasedMessages sent) {
        return sent.messages().stream().map(OutboxMessage::eventId).toList();
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
