package it.dgc.generation.registry.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import it.dgc.common.codes.AuthCode;
import it.dgc.common.codes.Cuev;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.CertificateEntry;
import it.dgc.generation.registry.CertificateState;
import it.dgc.generation.registry.Ground;
import it.dgc.generation.registry.Intent;
import it.dgc.generation.registry.NewCertificate;
import it.dgc.generation.registry.OutboxMessage;
import it.dgc.generation.registry.Revision;
import it.dgc.generation.registry.TestHistory;
import it.dgc.generation.secrets.Secrets;
import org.bson.Document;
import org.bson.types.Binary;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The aggregate as a document: what is encrypted, what is indexed, what stands in clear. */
final class CertificateDocument {

    static final String CUEV_INDEX = "cuevIndex";
    static final String STATE = "state";
    static final String INTENT = "intent";
    static final String QR_TEXT = "qrText";
    static final String REFUSAL = "refusal";
    static final String OUTBOX = "outbox";
    static final String VALID_FROM = "validFrom";
    static final String VALID_UNTIL = "validUntil";
    /** The day that stands for the end of a certificate that has none and is not going to be signed. */
    static final String FORESEEN_END = "foreseenEnd";
    static final String RECORD = "record";
    static final String ERASED = "erased";
    static final String ENDED = "ended";
    static final String GROUNDS = "grounds";
    static final String REVISIONS = "revisions";
    static final String TESTS = "tests";
    static final String DELIVERIES = "deliveries";
    static final String AUTHCODE_INDEX = "authCodeIndex";
    static final String HOLDER_INDEX = "holderIndex";
    /** That the holder chose last, where one was chosen on the portal. */
    static final String LANGUAGE = "language";
    static final String DOCTOR_INDEX = "doctorIndex";

    static final String CONTENT_INDEX = "contentIndex";

    private static final String POSITIVE_AT = "positiveAt";
    private static final String RECOVERED_AT = "recoveredAt";

    private final Secrets secrets;

    CertificateDocument(Secrets secrets) {
        this.secrets = secrets;
    }

    Document of(NewCertificate certificate) {
        Document document = new Document("_id", certificate.uvci().value())
                .append(CUEV_INDEX, cuevIndex(certificate.cuev()))
                .append(AUTHCODE_INDEX, authCodeIndex(certificate.authCode()))
                .append(HOLDER_INDEX, holderIndex(certificate.holder()))
                .append(DOCTOR_INDEX, new Binary(secrets.index().of(certificate.doctor())))
                .append(CONTENT_INDEX, secrets.index().ofContent(certificate.record()))
                .append("derivation", new Document("keyVersion", certificate.derivationKey()).append("counter", 0))
                .append(VALID_FROM, certificate.validFrom().toString())
                .append(VALID_UNTIL, certificate.validUntil().map(LocalDate::toString).orElse(null))
                .append(RECORD, encrypt(certificate.uvci(), RECORD, certificate.record()))
                .append(GROUNDS, List.of()).append(REVISIONS, List.of())
                .append(OUTBOX, messages(certificate.standing()).stream().map(CertificateDocument::outbox).toList());
        return switch (certificate.standing()) {
            case NewCertificate.Pinned pinned -> document.append(STATE, CertificateState.PINNED.name())
                    .append(INTENT, intent(pinned.intent()));
            case NewCertificate.Deferred() -> document.append(STATE, CertificateState.DEFERRED.name());
            case NewCertificate.Refused refused -> document.append(STATE, CertificateState.REFUSED.name())
                    .append(REFUSAL, refused.reason());
        };
    }

    CertificateEntry entry(Document document) {
        Uvci uvci = new Uvci(document.getString("_id"));
        return new CertificateEntry(uvci, state(document),
                Optional.ofNullable(document.getString(CONTENT_INDEX)).orElse(""), record(document),
                Optional.ofNullable(document.getString(VALID_UNTIL)).map(LocalDate::parse),
                Optional.ofNullable(document.get(INTENT, Document.class)).map(CertificateDocument::intent),
                Optional.ofNullable(document.get(QR_TEXT, Binary.class)).map(text -> decrypt(uvci, QR_TEXT, text)),
                Optional.ofNullable(document.getString(REFUSAL)), grounds(document),
                document.getList(REVISIONS, String.class, List.of()), tests(document));
    }

    /** @return what is known of a certificate that is revoked before its notification came */
    Document tombstone(Uvci uvci, Cuev cuev, Revision revision) {
        Document tombstone = new Document("_id", uvci.value()).append(CUEV_INDEX, cuevIndex(cuev))
                .append(STATE, revision.state().name()).append(GROUNDS, names(revision.grounds()))
                .append(REVISIONS, List.of(revision.id()))
                .append(OUTBOX, revision.messages().stream().map(CertificateDocument::outbox).toList());
        return isKnown(revision.tests()) ? tombstone.append(TESTS, tests(revision.tests())) : tombstone;
    }

    static boolean isKnown(TestHistory tests) {
        return !tests.equals(TestHistory.NONE);
    }

    /** Instants as text: the store's own have no more than milliseconds. */
    static Document tests(TestHistory tests) {
        Document document = new Document();
        tests.positiveAt().ifPresent(at -> document.append(POSITIVE_AT, at.toString()));
        tests.recoveredAt().ifPresent(at -> document.append(RECOVERED_AT, at.toString()));
        return document;
    }

    private static TestHistory tests(Document aggregate) {
        Document tests = aggregate.get(TESTS, new Document());
        return new TestHistory(Optional.ofNullable(tests.getString(POSITIVE_AT)).map(Instant::parse),
                Optional.ofNullable(tests.getString(RECOVERED_AT)).map(Instant::parse));
    }

    static List<String> names(Set<Ground> grounds) {
        return grounds.stream().sorted().map(Ground::name).toList();
    }

    private static Set<Ground> grounds(Document document) {
        return document.getList(GROUNDS, String.class, List.of()).stream().map(Ground::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @return everything that was notified; empty once it has been erased */
    Optional<String> record(Document document) {
        return Optional.ofNullable(document.get(RECORD, Binary.class))
                .map(record -> decrypt(new Uvci(document.getString("_id")), RECORD, record));
    }

    /** @return whether it is erased, and nothing leads from its holder to it any more */
    static boolean isForgotten(Document document) {
        return document.getBoolean(ERASED, false)
                && !document.containsKey(HOLDER_INDEX) && !document.containsKey(AUTHCODE_INDEX);
    }

    static CertificateState state(Document document) {
        return CertificateState.valueOf(document.getString(STATE));
    }

    private static List<OutboxMessage> messages(NewCertificate.Standing standing) {
        return standing instanceof NewCertificate.Refused refused ? refused.messages() : List.of();
    }

    Binary cuevIndex(Cuev cuev) {
        return new Binary(secrets.index().of(cuev));
    }

    Binary holderIndex(CodiceFiscale holder) {
        return new Binary(secrets.index().of(holder));
    }

    Binary authCodeIndex(AuthCode code) {
        return new Binary(secrets.index().of(code));
    }

    Binary doctorIndex(CodiceFiscale doctor) {
        return new Binary(secrets.index().of(doctor));
    }

    Binary encrypt(Uvci uvci, String field, String plain) {
        return new Binary(secrets.fields().encrypt(plain.getBytes(UTF_8), context(uvci, field)));
    }

    static Document intent(Intent intent) {
        return new Document("kid", intent.kid().base64()).append("profile", intent.profile())
                .append("issuedAt", Date.from(intent.issuedAt())).append("expiresAt", Date.from(intent.expiresAt()));
    }

    static Document outbox(OutboxMessage message) {
        return new Document("eventId", message.eventId()).append("topic", message.topic())
                .append("key", message.key()).append("value", message.value());
    }

    static List<OutboxMessage> outbox(Document aggregate) {
        return aggregate.getList(OUTBOX, Document.class, List.of()).stream()
                .map(event -> new OutboxMessage(event.getString("eventId"), event.getString("topic"),
                        event.getString("key"), event.getString("value")))
                .toList();
    }

    private static Intent intent(Document intent) {
        return new Intent(KeyId.ofBase64(intent.getString("kid")), intent.getString("profile"),
                instant(intent, "issuedAt"), instant(intent, "expiresAt"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private String decrypt(Uvci uvci, String field, Binary encrypted) {
        return new String(secrets.fields().decrypt(encrypted.getData(), context(uvci, field)), UTF_8);
    }

    static String context(Uvci uvci, String field) {
        return uvci.value() + '/' + field;
    }
}
