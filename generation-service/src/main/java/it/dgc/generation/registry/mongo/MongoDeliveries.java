package it.dgc.generation.registry.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Deliveries;
import it.dgc.generation.registry.DueDelivery;
import it.dgc.generation.registry.Notice;
import it.dgc.generation.registry.SignedCertificate;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

/** The messages to holders in MongoDB: what became of each stands in the aggregate, when to try it in a hint. */
final class MongoDeliveries implements Deliveries {

    private static final String ID = "_id";
    private static final String DUE_AT = "dueAt";
    private static final String ATTEMPTS = "attempts";
    private static final String ANNOUNCED_AT = "announcedAt";
    private static final String WAITING = "WAITING";
    private static final String DELIVERED = "DELIVERED";
    private static final String UNDELIVERABLE = "UNDELIVERABLE";
    private static final String SEPARATOR = "/";

    /** In the aggregate: by the name of a recovery, what became of each message about it. */
    static final String NOTICES = "notices";
    static final String LANGUAGE = "language";
    static final String AT = "at";

    /** The step that a message comes with takes less, as a rule. */
    private static final Duration AFTER_THE_STEP = Duration.ofSeconds(1);

    /** Longer than any step can take: what nothing followed until then is of a step that was not taken. */
    private static final Duration STEP_TAKES_AT_MOST = Duration.ofHours(1);

    private final MongoCollections collections;
    private final MongoWrites hints;
    private final CertificateDocument documents;
    private final BooleanSupplier mayLeave;
    private final Clock clock;

    /** @param mayLeave whether what is derived for a message, the AUTHCODE, is known to be right */
    MongoDeliveries(MongoCollections collections, CertificateDocument documents, BooleanSupplier mayLeave,
            Clock clock) {
        this.mayLeave = mayLeave;
        this.collections = collections;
        hints = new MongoWrites(collections.deliveryHints());
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Written before the step that brings the messages, so that none can be forgotten.
     *
     * @return how many were not there yet
     */
    long announce(Uvci uvci, Collection<Channel> channels) {
        return announce(channels.stream().map(channel -> id(uvci, channel)));
    }

    /** As {@link #announce(Uvci, Collection)}, of many. */
    void announce(List<SignedCertificate> certificates) {
        announce(certificates.stream()
                .flatMap(one -> one.channels().stream().map(channel -> id(one.uvci(), channel))));
    }

    /** @param notice the recovery that they tell of */
    long announce(Uvci uvci, String notice, Collection<Channel> channels) {
        return announce(channels.stream().map(channel -> id(uvci, channel) + SEPARATOR + notice));
    }

    /** @return how many hints of what is still to be told of recoveries were not there */
    long announceNotices(Uvci uvci, Document aggregate) {
        return aggregate.get(NOTICES, new Document()).entrySet().stream()
                .mapToLong(notice -> announce(uvci, notice.getKey(), waiting((Document) notice.getValue()))).sum();
    }

    /** A hint that is there already may be leased: whoever announces for the second time must not free it. */
    private long announce(Stream<String> ids) {
        Instant now = clock.instant();
        Bson due = combine(setOnInsert(DUE_AT, Date.from(now.plus(AFTER_THE_STEP))),
                setOnInsert(ANNOUNCED_AT, Date.from(now)), setOnInsert(ATTEMPTS, 0));
        return hints.upsertAll(ids.map(id -> new MongoWrites.Upsert(id, due)).toList());
    }

    /** @return by which channels the holder is still to be told */
    static List<Channel> waitingIn(Document aggregate) {
        return CertificateDocument.state(aggregate) == CertificateState.ISSUED
                ? waiting(aggregate.get(CertificateDocument.DELIVERIES, new Document()))
                : List.of();
    }

    private static List<Channel> waiting(Document results) {
        return Stream.of(Channel.values()).filter(channel -> WAITING.equals(results.getString(channel.name())))
                .toList();
    }

    static Document waiting(Set<Channel> channels) {
        Document deliveries = new Document();
        channels.forEach(channel -> deliveries.append(channel.name(), WAITING));
        return deliveries;
    }

    @Override
    public Optional<DueDelivery> lease(Duration time) {
        Document hint = next(time);
        while (hint != null) {
            Optional<DueDelivery> due = due(hint);
            if (due.isPresent()) {
                return due;
            }
            hint = next(time);
        }
        return Optional.empty();
    }

    @Override
    public void delivered(DueDelivery delivery) {
        conclude(delivery, DELIVERED);
    }

    @Override
    public void undeliverable(DueDelivery delivery, String reason) {
        conclude(delivery, UNDELIVERABLE + ':' + reason);
    }

    @Override
    public void postpone(DueDelivery delivery, Instant at) {
        collections.deliveryHints().updateOne(eq(ID, id(delivery)),
                combine(set(DUE_AT, Date.from(at)), inc(ATTEMPTS, 1)));
    }

    private void conclude(DueDelivery delivery, String result) {
        String field = field(delivery);
        // What was erased meanwhile must not begin anew.
        collections.certificates().updateOne(and(eq(ID, delivery.uvci().value()), exists(field)), set(field, result));
        collections.deliveryHints().deleteOne(eq(ID, id(delivery)));
    }

    private Document next(Duration time) {
        if (!mayLeave.getAsBoolean()) {
            return null;
        }
        Instant now = clock.instant();
        return collections.deliveryHints().findOneAndUpdate(lt(DUE_AT, Date.from(now)),
                set(DUE_AT, Date.from(now.plus(time))));
    }

    private Optional<DueDelivery> due(Document hint) {
        String id = hint.getString(ID);
        String[] parts = id.split(SEPARATOR, 3);
        Uvci uvci = new Uvci(parts[0]);
        Channel channel = Channel.valueOf(parts[1]);
        Document aggregate = collections.certificates().find(eq(ID, uvci.value())).first();
        int attempts = hint.getInteger(ATTEMPTS, 0);
        return parts.length == 2
                ? available(id, uvci, channel, aggregate, attempts)
                : noticed(id, uvci, channel, parts[2], aggregate, attempts);
    }

    private Optional<DueDelivery> available(String id, Uvci uvci, Channel channel, Document aggregate, int attempts) {
        Optional<String> record = aggregate == null || !waitingIn(aggregate).contains(channel)
                ? Optional.empty()
                : documents.record(aggregate);
        if (record.isEmpty()) {
            forget(id, aggregate);
        }
        return record.map(text -> new DueDelivery(uvci, channel, attempts, text));
    }

    /** Whatever became of the certificate since: somebody was given it, and its holder is to know. */
    private Optional<DueDelivery> noticed(String id, Uvci uvci, Channel channel, String notice, Document aggregate,
            int attempts) {
        Document results = aggregate == null
                ? null
                : aggregate.get(NOTICES, new Document()).get(notice, Document.class);
        if (results == null) {
            forgetUntaken(id);
            return Optional.empty();
        }
        Optional<String> record = waiting(results).contains(channel) ? documents.record(aggregate) : Optional.empty();
        if (record.isEmpty()) {
            collections.deliveryHints().deleteOne(eq(ID, id));
        }
        return record.map(text -> new DueDelivery(uvci, channel, attempts, text, Optional.of(
                new Notice(notice, results.getString(LANGUAGE), results.getDate(AT).toInstant()))));
    }

    /** Where the step that it was announced for may still come, the hint stays and is looked at again. */
    private void forget(String id, Document aggregate) {
        if (aggregate == null) {
            forgetUntaken(id);
        } else if (CertificateDocument.state(aggregate).isFinal() && !isHeldBack(aggregate)) {
            collections.deliveryHints().deleteOne(eq(ID, id));
        }
    }

    private void forgetUntaken(String id) {
        collections.deliveryHints().deleteOne(and(eq(ID, id),
                lt(ANNOUNCED_AT, Date.from(clock.instant().minus(STEP_TAKES_AT_MOST)))));
    }

    /** Nobody is told of a revoked certificate; should it be restored, the holder is told then. */
    private static boolean isHeldBack(Document aggregate) {
        CertificateState state = CertificateDocument.state(aggregate);
        return state == CertificateState.REVOKED && aggregate.containsKey(CertificateDocument.RECORD);
    }

    private static String field(DueDelivery delivery) {
        return delivery.notice().map(notice -> NOTICES + '.' + notice.id()).orElse(CertificateDocument.DELIVERIES)
                + '.' + delivery.channel().name();
    }

    private static String id(DueDelivery delivery) {
        return id(delivery.uvci(), delivery.channel())
                + delivery.notice().map(notice -> SEPARATOR + notice.id()).orElse("");
    }

    private static String id(Uvci uvci, Channel channel) {
        return uvci.value() + SEPARATOR + channel.name();
    }
}
