package it.dgc.generation.registry.mongo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.DueCertificate;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.setOnInsert;

/**
 * Goes through the register and writes the hints that are missing (architecture D4): by a store that was set back, by a
 * hand, or by a certificate that was left pinned and whose notification never came again.
 */
class MongoHintRepair {

    private static final Logger LOG = LoggerFactory.getLogger(MongoHintRepair.class);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollections collections;
    private final MongoDeliveries deliveries;
    private final MongoHoldings holdings;
    private final Clock clock;

    MongoHintRepair(MongoCollections collections, MongoDeliveries deliveries, MongoHoldings holdings, Clock clock) {
        this.holdings = holdings;
        this.collections = collections;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Reads every certificate once, so it runs seldom. */
    @Scheduled(initialDelayString = "${dgc.registry.repair-after:10m}", fixedDelayString = "${dgc.registry.repair-every:24h}")
    void repair() {
        long missing = 0;
        long odd = 0;
        for (Document aggregate : collections.certificates().find()
                .projection(Projections.exclude(CertificateDocument.RECORD, CertificateDocument.QR_TEXT))) {
            OptionalLong repaired = repairIfReadable(aggregate);
            missing += repaired.orElse(0);
            odd += repaired.isPresent() ? 0 : 1;
        }
        if (odd > 0) {
            LOG.warn("{} certificates in the register cannot be read, and their hints were not looked at", odd);
        }
        if (missing > 0) {
            LOG.warn("{} hints were missing in the register and are there again", missing);
        }
    }

    /** One that a hand has spoilt must not keep those behind it; a store that fails ends the round. */
    private OptionalLong repairIfReadable(Document aggregate) {
        try {
            return OptionalLong.of(repair(aggregate));
        } catch (MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("A certificate in the register cannot be read: {}", e.getClass().getName());
            return OptionalLong.empty();
        }
    }

    private long repair(Document aggregate) {
        Uvci uvci = new Uvci(aggregate.getString("_id"));
        return outbox(aggregate, uvci) + deferral(aggregate, uvci) + deliveries(aggregate, uvci)
                + erasure(aggregate, uvci) + end(aggregate, uvci) + holdings.repair(aggregate, uvci);
    }

    private long outbox(Document aggregate, Uvci uvci) {
        return CertificateDocument.outbox(aggregate).isEmpty()
                ? 0
                : inserted(collections.outboxHints(), uvci.value(), MongoOutbox.LEASED_UNTIL,
                        Date.from(clock.instant()));
    }

    private long deferral(Document aggregate, Uvci uvci) {
        if (CertificateDocument.state(aggregate).isFinal()) {
            return 0;
        }
        LocalDate firstDay = LocalDate.parse(aggregate.getString(CertificateDocument.VALID_FROM));
        return inserted(collections.deferralHints(), new DueCertificate(firstDay, uvci).id(), "day",
                firstDay.toString());
    }

    private long deliveries(Document aggregate, Uvci uvci) {
        List<Channel> waiting = MongoDeliveries.waitingIn(aggregate);
        return deliveries.announce(uvci, waiting) + deliveries.announceNotices(uvci, aggregate);
    }

    private long erasure(Document aggregate, Uvci uvci) {
        boolean isNotified = aggregate.containsKey(CertificateDocument.CONTENT_INDEX);
        LocalDate end = isNotified ? endOfRecord(aggregate) : null;
        return end == null || CertificateDocument.isForgotten(aggregate)
                ? 0
                : inserted(collections.erasureHints(), new DueCertificate(end, uvci).id(), "day", end.toString());
    }

    /** What was settled before a day was foreseen for it ends today; what is still to be issued has time. */
    private LocalDate endOfRecord(Document aggregate) {
        LocalDate end = end(aggregate);
        return end == null && CertificateDocument.state(aggregate).isFinal()
                ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                : end;
    }

    private long end(Document aggregate, Uvci uvci) {
        LocalDate end = end(aggregate);
        boolean isTold = aggregate.getList(CertificateDocument.GROUNDS, String.class, List.of()).isEmpty()
                || aggregate.getBoolean(CertificateDocument.ENDED, false);
        return end == null || isTold
                ? 0
                : inserted(collections.endHints(), new DueCertificate(end, uvci).id(), "day", end.toString());
    }

    private static LocalDate end(Document aggregate) {
        Document intent = aggregate.get(CertificateDocument.INTENT, Document.class);
        return day(aggregate, CertificateDocument.VALID_UNTIL)
                .or(() -> Optional.ofNullable(intent).map(MongoHintRepair::expiry))
                .or(() -> day(aggregate, CertificateDocument.FORESEEN_END)).orElse(null);
    }

    private static Optional<LocalDate> day(Document aggregate, String field) {
        return Optional.ofNullable(aggregate.getString(field)).map(LocalDate::parse);
    }

    private static LocalDate expiry(Document intent) {
        return LocalDate.ofInstant(intent.getDate("expiresAt").toInstant(), ZoneOffset.UTC);
    }

    private static long inserted(MongoCollection<Document> hints, String id, String field, Object value) {
        return hints.updateOne(eq("_id", id), setOnInsert(field, value), UPSERT).getUpsertedId() == null ? 0 : 1;
    }
}
