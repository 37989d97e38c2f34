package it.dgc.generation.registry.mongo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.Erasures;
import it.dgc.generation.registry.OutboxMessage;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/** Erases in MongoDB, a certificate at a time. */
final class MongoErasures implements Erasures {

    private static final String ID = "_id";

    /** The events of an erasure are left to the relay's sweep. */
    private static final Duration LEFT_TO_SWEEP = Duration.ofSeconds(1);

    private static final List<String> FINAL_STATES = Stream.of(CertificateState.values())
            .filter(CertificateState::isFinal).map(CertificateState::name).toList();

    private final MongoCollections collections;
    private final MongoOutbox outbox;
    private final MongoHoldings holdings;

    MongoErasures(MongoCollections collections, MongoOutbox outbox, MongoHoldings holdings) {
        this.holdings = holdings;
        this.collections = collections;
        this.outbox = outbox;
    }

    @Override
    public List<DueCertificate> ended(LocalDate day, int limit) {
        return MongoCertificateRegistry.due(collections.erasureHints(), day, limit);
    }

    @Override
    public boolean erase(Uvci uvci, List<OutboxMessage> messages) {
        outbox.announce(uvci, LEFT_TO_SWEEP);
        Bson erasable = and(eq(ID, uvci.value()), in(CertificateDocument.STATE, FINAL_STATES),
                ne(CertificateDocument.ERASED, true));
        boolean erased = collections.certificates().updateOne(erasable, combine(unset(CertificateDocument.RECORD),
                unset(CertificateDocument.QR_TEXT), unset(CertificateDocument.DOCTOR_INDEX),
                unset(CertificateDocument.TESTS), unset(CertificateDocument.LANGUAGE),
                unset(MongoDeliveries.NOTICES),
                set(CertificateDocument.ERASED, true), MongoCertificateRegistry.leaving(messages)))
                .getMatchedCount() == 1;
        forgetHolder(uvci);
        return erased;
    }

    /**
     * Not before the step, which may not be taken after all. The indexes say which hints there are, so they go last: who is
     * killed here finds them again, for the certificate is not settled yet.
     */
    private void forgetHolder(Uvci uvci) {
        Document erased = collections.certificates()
                .find(and(eq(ID, uvci.value()), eq(CertificateDocument.ERASED, true))).first();
        if (erased != null && !CertificateDocument.isForgotten(erased)) {
            holdings.forget(erased, uvci);
            collections.certificates().updateOne(eq(ID, uvci.value()), combine(
                    unset(CertificateDocument.AUTHCODE_INDEX), unset(CertificateDocument.HOLDER_INDEX)));
        }
    }

    @Override
    public void settled(DueCertificate ended) {
        collections.erasureHints().deleteOne(eq(ID, ended.id()));
    }
}
