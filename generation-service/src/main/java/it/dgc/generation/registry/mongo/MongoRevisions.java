package it.dgc.generation.registry.mongo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Projections;
import it.dgc.common.codes.Cuev;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.NewCertificate;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.Revision;
import it.dgc.generation.registry.Revisions;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/** Revokes and restores in MongoDB. A change is made upon the number of changes before it, so that none is lost. */
final class MongoRevisions implements Revisions {

    private static final Duration OWN_LEASE = Duration.ofSeconds(30);
    private static final Duration LEFT_TO_SWEEP = Duration.ofSeconds(1);
    private static final String ID = "_id";

    private final MongoCollections collections;
    private final CertificateDocument documents;
    private final MongoOutbox outbox;
    private final MongoHoldings holdings;

    MongoRevisions(MongoCollections collections, CertificateDocument documents, MongoOutbox outbox,
            MongoHoldings holdings) {
        this.holdings = holdings;
        this.collections = collections;
        this.documents = documents;
        this.outbox = outbox;
    }

    @Override
    public Optional<OutboxLease> revise(CertificateEntry from, Revision revision, LocalDate lastDay) {
        announce(from, revision, lastDay);
        OutboxLease lease = outbox.announce(from.uvci(), OWN_LEASE);
        Bson step = tested(revision, combine(set(CertificateDocument.STATE, revision.state().name()),
                set(CertificateDocument.GROUNDS, CertificateDocument.names(revision.grounds())),
                push(CertificateDocument.REVISIONS, revision.id()),
                set(CertificateDocument.FORESEEN_END, lastDay.toString()),
                MongoCertificateRegistry.leaving(revision.messages())));
        boolean revised = collections.certificates().updateOne(
                and(eq(ID, from.uvci().value()), eq(CertificateDocument.STATE, from.state().name()),
                        hasSeen(from.revisions().size()),
                        exists(CertificateDocument.RECORD, from.record().isPresent())),
                // What is revoked again is listed again, and has its end told again.
                revision.grounds().isEmpty() ? step : combine(step, unset(CertificateDocument.ENDED)))
                .getMatchedCount() == 1;
        if (!revised) {
            return Optional.empty();
        }
        // Whoever looked at a hint before the step was taken has found nothing to do, and crossed it off.
        announce(from, revision, lastDay);
        return Optional.of(lease);
    }

    private static Bson tested(Revision revision, Bson step) {
        return CertificateDocument.isKnown(revision.tests())
                ? combine(step, set(CertificateDocument.TESTS, CertificateDocument.tests(revision.tests())))
                : step;
    }

    /** A certificate that was entered before there were revisions has no list of them. */
    private static Bson hasSeen(int revisions) {
        Bson seen = size(CertificateDocument.REVISIONS, revisions);
        return revisions == 0 ? or(seen, exists(CertificateDocument.REVISIONS, false)) : seen;
    }

    @Override
    public Optional<OutboxLease> entomb(Uvci uvci, Cuev cuev, Revision revision, LocalDate lastDay) {
        announce(uvci, revision, lastDay);
        OutboxLease lease = outbox.announce(uvci, OWN_LEASE);
        try {
            collections.certificates().insertOne(documents.tombstone(uvci, cuev, revision));
            return Optional.of(lease);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What is not going to be signed has no other day on which the person is to be forgotten. */
    private void announce(CertificateEntry from, Revision revision, LocalDate lastDay) {
        announce(from.uvci(), revision, lastDay);
        if (revision.state().isFinal() && from.record().isPresent()) {
            MongoCertificateRegistry.hint(collections.erasureHints(), new DueCertificate(lastDay, from.uvci()));
        }
    }

    /** Whatever leads to work is written before the step that makes it. */
    private void announce(Uvci uvci, Revision revision, LocalDate lastDay) {
        if (!revision.grounds().isEmpty()) {
            MongoCertificateRegistry.hint(collections.endHints(), new DueCertificate(lastDay, uvci));
        }
        if (!revision.state().isFinal()) {
            Document aggregate = collections.certificates().find(eq(ID, uvci.value())).first();
            MongoCertificateRegistry.hint(collections.deferralHints(), new DueCertificate(
                    LocalDate.parse(aggregate.getString(CertificateDocument.VALID_FROM)), uvci));
        }
    }

    @Override
    public void meet(NewCertificate certificate, LocalDate lastDay) {
        holdings.announce(Stream.of(certificate));
        MongoCertificateRegistry.hint(collections.deferralHints(),
                new DueCertificate(certificate.validFrom(), certificate.uvci()));
        MongoCertificateRegistry.hint(collections.erasureHints(), new DueCertificate(lastDay, certificate.uvci()));
        Document known = documents.of(certificate).append(CertificateDocument.FORESEEN_END, lastDay.toString());
        List.of(ID, CertificateDocument.CUEV_INDEX, CertificateDocument.STATE, CertificateDocument.GROUNDS,
                CertificateDocument.REVISIONS, CertificateDocument.OUTBOX).forEach(known::remove);
        Bson unmet = and(eq(ID, certificate.uvci().value()), exists(CertificateDocument.CONTENT_INDEX, false));
        Bson revoked = ne(CertificateDocument.GROUNDS, List.of());
        Document resumed = new Document(known).append(CertificateDocument.STATE, CertificateState.DEFERRED.name());
        // A change may come between the two: then neither takes hold, and the next round does.
        while (collections.certificates().countDocuments(unmet) > 0) {
            collections.certificates().updateOne(and(unmet, revoked), new Document("$set", known));
            collections.certificates().updateOne(and(unmet, size(CertificateDocument.GROUNDS, 0)),
                    new Document("$set", resumed));
        }
    }

    @Override
    public void forEachOf(CodiceFiscale doctor, Consumer<Uvci> reader) {
        collections.certificates().find(eq(CertificateDocument.DOCTOR_INDEX, documents.doctorIndex(doctor)))
                .projection(Projections.include(ID)).map(found -> new Uvci(found.getString(ID))).forEach(reader);
    }

    @Override
    public List<DueCertificate> ended(LocalDate day, int limit) {
        return MongoCertificateRegistry.due(collections.endHints(), day, limit);
    }

    @Override
    public void end(DueCertificate ended, int revisions, OutboxMessage message) {
        outbox.announce(ended.uvci(), LEFT_TO_SWEEP);
        Bson revoked = and(eq(ID, ended.uvci().value()), ne(CertificateDocument.GROUNDS, List.of()));
        collections.certificates().updateOne(and(revoked, hasSeen(revisions)),
                combine(set(CertificateDocument.ENDED, true), MongoCertificateRegistry.leaving(List.of(message))));
        if (collections.certificates().countDocuments(and(revoked, ne(CertificateDocument.ENDED, true))) == 0) {
            collections.endHints().deleteOne(eq(ID, ended.id()));
        }
    }
}
