package it.dgc.generation.registry.mongo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import it.dgc.common.codes.Cuev;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateRegistry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.DueCertificate;
import it.dgc.generation.registry.Intent;
import it.dgc.generation.registry.NewCertificate;
import it.dgc.generation.registry.OutboxLease;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.Signed;
import it.dgc.generation.registry.SignedCertificate;
import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

/** The register in MongoDB. Work lists are hints, written before the aggregate that they point to (architecture D4). */
final class MongoCertificateRegistry implements CertificateRegistry {

    /** The messages of a certificate that is refused are left to the relay's sweep. */
    private static final Duration LEFT_TO_SWEEP = Duration.ofSeconds(1);

    /** How long the one who issues has to send the event itself before the relay's sweep takes over. */
    private static final Duration OWN_LEASE = Duration.ofSeconds(30);

    private static final String ID = "_id";

    private final MongoCollections collections;
    private final CertificateDocument documents;
    private final MongoOutbox outbox;
    private final MongoDeliveries deliveries;
    private final MongoHoldings holdings;
    private final MongoLookup byUvci;
    private final MongoLookup byCuev;
    private final MongoWrites certificates;
    private final MongoWrites erasureHints;
    private final MongoWrites deferralHints;

    MongoCertificateRegistry(MongoCollections collections, CertificateDocument documents, MongoOutbox outbox,
            MongoDeliveries deliveries, MongoHoldings holdings) {
        this.deliveries = deliveries;
        this.holdings = holdings;
        byUvci = new MongoLookup(collections.certificates(), ID, null);
        byCuev = new MongoLookup(collections.certificates(), CertificateDocument.CUEV_INDEX, null);
        certificates = new MongoWrites(collections.certificates());
        erasureHints = new MongoWrites(collections.erasureHints());
        deferralHints = new MongoWrites(collections.deferralHints());
        this.collections = collections;
        this.documents = documents;
        this.outbox = outbox;
    }

    @Override
    public List<Optional<CertificateEntry>> findAll(List<Cuev> cuevs) {
        return byCuev.findAll(cuevs.stream().map(documents::cuevIndex).toList()).stream()
                .map(found -> found.map(documents::entry)).toList();
    }

    @Override
    public Optional<CertificateEntry> find(Uvci uvci) {
        return byUvci.find(uvci.value()).map(documents::entry);
    }

    @Override
    public List<Boolean> addAll(List<NewCertificate> added) {
        announce(added);
        return certificates.insertAll(added.stream().map(documents::of).toList());
    }

    @Override
    public boolean pin(Uvci uvci, Intent intent) {
        ends(new DueCertificate(end(intent), uvci));
        return step(uvci, CertificateState.DEFERRED, combine(to(CertificateState.PINNED),
                set(CertificateDocument.INTENT, CertificateDocument.intent(intent))));
    }

    @Override
    public boolean repin(Uvci uvci, Intent from, Intent to) {
        ends(new DueCertificate(end(to), uvci));
        return step(pinned(uvci, from), set(CertificateDocument.INTENT, CertificateDocument.intent(to)));
    }

    @Override
    public boolean refuse(Uvci uvci, String reason, LocalDate day, List<OutboxMessage> messages) {
        return refuse(uvci, CertificateState.DEFERRED, reason, day, messages);
    }

    @Override
    public boolean withdraw(Uvci uvci, String reason, LocalDate day, List<OutboxMessage> messages) {
        return refuse(uvci, CertificateState.PINNED, reason, day, messages);
    }

    private boolean refuse(Uvci uvci, CertificateState from, String reason, LocalDate day,
            List<OutboxMessage> messages) {
        ends(new DueCertificate(day, uvci));
        outbox.announce(uvci, LEFT_TO_SWEEP);
        return step(uvci, from, combine(to(CertificateState.REFUSED),
                set(CertificateDocument.REFUSAL, reason), set(CertificateDocument.FORESEEN_END, day.toString()),
                leaving(messages)));
    }

    @Override
    public List<Optional<OutboxLease>> issueAll(List<SignedCertificate> signed) {
        List<OutboxLease> leases = outbox.announce(signed.stream().map(SignedCertificate::uvci).toList(), OWN_LEASE);
        deliveries.announce(signed);
        boolean areIssued = certificates.updateAll(signed.stream().map(this::issuing).toList());
        return leases.stream().map(lease -> areIssued ? Optional.of(lease) : Optional.<OutboxLease>empty()).toList();
    }

    private UpdateOneModel<Document> issuing(SignedCertificate certificate) {
        Uvci uvci = certificate.uvci();
        Signed signed = certificate.signed();
        return new UpdateOneModel<>(pinned(uvci, signed.intent()), combine(to(CertificateState.ISSUED),
                set(CertificateDocument.QR_TEXT,
                        documents.encrypt(uvci, CertificateDocument.QR_TEXT, signed.qrText())),
                set(CertificateDocument.DELIVERIES, MongoDeliveries.waiting(certificate.channels())),
                leaving(certificate.messages())));
    }

    @Override
    public List<DueCertificate> due(LocalDate day, int limit) {
        return due(collections.deferralHints(), day, limit);
    }

    @Override
    public void settled(DueCertificate due) {
        collections.deferralHints().deleteOne(eq(ID, due.id()));
    }

    static List<DueCertificate> due(MongoCollection<Document> hints, LocalDate day, int limit) {
        return hints.find(lt(ID, day.plusDays(1).toString())).sort(Sorts.ascending(ID))
                .limit(limit).map(hint -> DueCertificate.parse(hint.getString(ID))).into(new ArrayList<>());
    }

    private boolean step(Uvci uvci, CertificateState from, Bson update) {
        return step(in(from, uvci), update);
    }

    private boolean step(Bson from, Bson update) {
        return collections.certificates().updateOne(from, update).getMatchedCount() == 1;
    }

    private static Bson in(CertificateState state, Uvci uvci) {
        return and(eq(ID, uvci.value()), eq(CertificateDocument.STATE, state.name()));
    }

    private static Bson pinned(Uvci uvci, Intent intent) {
        return and(in(CertificateState.PINNED, uvci),
                eq(CertificateDocument.INTENT, CertificateDocument.intent(intent)));
    }

    private static Bson to(CertificateState state) {
        return set(CertificateDocument.STATE, state.name());
    }

    static Bson leaving(List<OutboxMessage> messages) {
        return pushEach(CertificateDocument.OUTBOX, messages.stream().map(CertificateDocument::outbox).toList());
    }

    /** Whatever leads to work is written before the certificate that the work is about. */
    private void announce(List<NewCertificate> added) {
        holdings.announce(added.stream().filter(one -> !(one.standing() instanceof NewCertificate.Refused)));
        ends(added.stream().flatMap(
                one -> ends(one).distinct().map(day -> new DueCertificate(day, one.uvci()))));
        deferralHints.upsertAll(added.stream().filter(one -> one.standing() instanceof NewCertificate.Deferred)
                .map(one -> hint(new DueCertificate(one.validFrom(), one.uvci()))).toList());
        outbox.announce(added.stream().filter(one -> one.standing() instanceof NewCertificate.Refused)
                .map(NewCertificate::uvci).toList(), LEFT_TO_SWEEP);
    }

    private static Stream<LocalDate> ends(NewCertificate certificate) {
        return Stream.concat(certificate.validUntil().stream(),
                certificate.standing() instanceof NewCertificate.Pinned(Intent intent)
                        ? Stream.of(end(intent))
                        : Stream.empty());
    }

    private static LocalDate end(Intent intent) {
        return LocalDate.ofInstant(intent.expiresAt(), ZoneOffset.UTC);
    }

    private void ends(DueCertificate due) {
        ends(Stream.of(due));
    }

    private void ends(Stream<DueCertificate> due) {
        erasureHints.upsertAll(due.map(MongoCertificateRegistry::hint).toList());
    }

    private static MongoWrites.Upsert hint(DueCertificate due) {
        return new MongoWrites.Upsert(due.id(), day(due));
    }

    static void hint(MongoCollection<Document> hints, DueCertificate due) {
        hints.updateOne(eq(ID, due.id()), day(due), new UpdateOptions().upsert(true));
    }

    private static Bson day(DueCertificate due) {
        return set("day", due.day().toString());
    }
}
