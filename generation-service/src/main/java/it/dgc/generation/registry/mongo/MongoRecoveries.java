package it.dgc.generation.registry.mongo;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Notice;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.Recoveries;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

/** The recoveries in MongoDB: notice, language and events in one step of the aggregate. */
final class MongoRecoveries implements Recoveries {

    private static final String ID = "_id";
    private static final Duration OWN_LEASE = Duration.ofSeconds(30);

    private final MongoCollections collections;
    private final MongoOutbox outbox;
    private final MongoDeliveries deliveries;

    MongoRecoveries(MongoCollections collections, MongoOutbox outbox, MongoDeliveries deliveries) {
        this.collections = collections;
        this.outbox = outbox;
        this.deliveries = deliveries;
    }

    @Override
    public Optional<OutboxLease> note(Uvci uvci, Notice notice, Set<Channel> channels, List<OutboxMessage> messages) {
        OutboxLease lease = outbox.announce(uvci, OWN_LEASE);
        deliveries.announce(uvci, notice.id(), channels);
        Bson given = and(eq(ID, uvci.value()), eq(CertificateDocument.STATE, CertificateState.ISSUED.name()),
                exists(CertificateDocument.RECORD));
        Bson step = combine(set(CertificateDocument.LANGUAGE, notice.language()),
                MongoCertificateRegistry.leaving(messages));
        boolean isNoted = collections.certificates()
                .updateOne(given, channels.isEmpty() ? step : combine(step, notices(notice, channels)))
                .getMatchedCount() == 1;
        return isNoted ? Optional.of(lease) : Optional.empty();
    }

    private static Bson notices(Notice notice, Set<Channel> channels) {
        Document document = MongoDeliveries.waiting(channels);
        return set(MongoDeliveries.NOTICES + '.' + notice.id(), document
                .append(MongoDeliveries.LANGUAGE, notice.language())
                .append(MongoDeliveries.AT, Date.from(notice.at())));
    }
}
