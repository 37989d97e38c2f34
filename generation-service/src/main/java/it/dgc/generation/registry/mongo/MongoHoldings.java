package it.dgc.generation.registry.mongo;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Holdings;
import it.dgc.generation.registry.NewCertificate;
import it.dgc.generation.secrets.DamagedFieldException;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.pull;

/** Looks up by hints: one for each person and first day, one for each code. Two certificates may have one code. */
final class MongoHoldings implements Holdings {

    static final String CERTIFICATES = "certificates";
    private static final Logger LOG = LoggerFactory.getLogger(MongoHoldings.class);
    private static final String ID = "_id";

    private final MongoCollections collections;
    private final CertificateDocument documents;
    private final MongoWrites hints;

    MongoHoldings(MongoCollections collections, CertificateDocument documents) {
        this.collections = collections;
        this.documents = documents;
        this.hints = new MongoWrites(collections.holderHints());
    }

    /** Written before the certificates; not for one that was refused, which is never given. */
    void announce(Stream<NewCertificate> certificates) {
        hints.upsertAll(certificates.flatMap(certificate -> Stream.of(
                id(documents.holderIndex(certificate.holder()), certificate.validFrom().toString()),
                text(documents.authCodeIndex(certificate.authCode())))
                .map(id -> naming(id, certificate.uvci()))).toList());
    }

    /** @return how many hints of a certificate were missing, and are there again */
    long repair(Document aggregate, Uvci uvci) {
        if (aggregate.getBoolean(CertificateDocument.ERASED, false)
                || CertificateDocument.state(aggregate) == CertificateState.REFUSED) {
            return 0;
        }
        List<String> missing = ids(aggregate).filter(id -> !named(id).contains(uvci.value())).toList();
        hints.upsertAll(missing.stream().map(id -> naming(id, uvci)).toList());
        return missing.size();
    }

    private static MongoWrites.Upsert naming(String id, Uvci uvci) {
        return new MongoWrites.Upsert(id, addToSet(CERTIFICATES, uvci.value()));
    }

    /** Nobody is given what was erased, so nobody misses the hints. */
    void forget(Document aggregate, Uvci uvci) {
        ids(aggregate).forEach(id -> {
            collections.holderHints().updateOne(eq(ID, id), pull(CERTIFICATES, uvci.value()));
            collections.holderHints().deleteOne(and(eq(ID, id), eq(CERTIFICATES, List.of())));
        });
    }

    private static Stream<String> ids(Document aggregate) {
        Binary holder = aggregate.get(CertificateDocument.HOLDER_INDEX, Binary.class);
        Binary code = aggregate.get(CertificateDocument.AUTHCODE_INDEX, Binary.class);
        return holder == null || code == null
                ? Stream.empty()
                : Stream.of(id(holder, aggregate.getString(CertificateDocument.VALID_FROM)), text(code));
    }

    @Override
    public List<CertificateEntry> of(CodiceFiscale holder, LocalDate firstDay) {
        return entries(id(documents.holderIndex(holder), firstDay.toString()));
    }

    @Override
    public List<CertificateEntry> of(AuthCode code) {
        return entries(text(documents.authCodeIndex(code)));
    }

    private List<CertificateEntry> entries(String id) {
        return named(id).stream()
                .flatMap(uvci -> Optional.ofNullable(collections.certificates().find(eq(ID, uvci)).first()).stream())
                .flatMap(this::readable).toList();
    }

    /** One that was damaged hides no other of the same person. */
    private Stream<CertificateEntry> readable(Document aggregate) {
        try {
            return Stream.of(documents.entry(aggregate));
        } catch (DamagedFieldException e) {
            LOG.error("A field of a certificate in the register was altered; it is not given: {}",
                    e.getClass().getName());
            return Stream.empty();
        }
    }

    private List<String> named(String id) {
        Document hint = collections.holderHints().find(eq(ID, id)).first();
        return hint == null ? List.of() : hint.getList(CERTIFICATES, String.class, List.of());
    }

    private static String id(Binary holder, String firstDay) {
        return text(holder) + '/' + firstDay;
    }

    private static String text(Binary index) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(index.getData());
    }
}
