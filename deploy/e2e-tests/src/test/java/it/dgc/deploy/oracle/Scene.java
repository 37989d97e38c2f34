package it.dgc.deploy.oracle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import javax.security.auth.x500.X500Principal;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.CoseSigner;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.hcert.base45.Base45;
import it.dgc.common.uvci.Uvci;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bson.Document;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A small platform's whole life, without fault, made with the platform's own codec; tests then change one thing. */
final class Scene {

    static final LocalDate TODAY = LocalDate.of(2022, 3, 1);
    static final Instant NOW = Instant.parse("2022-03-01T10:00:00Z");

    private static final Instant BEGIN = Instant.parse("2022-02-01T08:30:00Z");
    private static final Instant END = Instant.parse("2024-02-01T08:30:00Z");

    private static final String ACCENTED = "Esempić";

    final List<Published> script = new ArrayList<>();
    final List<TopicRecord> notifications = new ArrayList<>();
    final List<TopicRecord> letters = new ArrayList<>();
    final List<TopicRecord> events = new ArrayList<>();
    final List<StoredCertificate> certificates = new ArrayList<>();
    final List<Trouble> troubles = new ArrayList<>();
    final StringBuilder ledger = new StringBuilder();
    final List<Document> withdrawals = new ArrayList<>();
    long staleHints;
    long lag;

    private final KeyPair keys;
    private final X509Certificate signer;

    /** Two certificates, one that waits, one that was refused, one that came twice, one contradicted, one that is poison. */
    Scene() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
            signer = selfSigned(keys);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
        Document anna = notification("AAAAAAAAAA", "De Prova", "Anna", "2022-02-20", "2022-06-30");
        issued(anna, anna);
        publish(anna, Optional.empty());
        letter(publish(changed(anna, "Ada"), Optional.empty()), "CONFLICTING_DUPLICATE");
        Document noe = notification("BBBBBBBBBB", ACCENTED, "Noe\u0300", "2022-03-01", null);
        issued(noe, noe);
        waiting(notification("CCCCCCCCCC", "Fintoni", "Ugo", "2022-05-01", null));
        refused(notification("DDDDDDDDDD", "Saggini", "Leo", "2022-02-02", "2022-02-28"));
        letter(publish(new Document("cuev", "EEEEEEEEEE"), Optional.of("SCHEMA")), "SCHEMA");
    }

    Evidence evidence() {
        return new Evidence(Ledger.of(script, ledger.toString()), notifications, letters, events, signers(),
                certificates, staleHints, lag, TODAY, troubles);
    }

    Verdict verdict() {
        return Oracle.judge(evidence());
    }

    static Document notification(String cuev, String family, String given, String from, String until) {
        Document notification = new Document("schemaVersion", 1).append("cuev", cuev)
                .append("holder",
                        new Document("fiscalCode", "X").append("familyName", family).append("givenName", given)
                                .append("birthDate", "1980-01-01"))
                .append("doctor", new Document("fiscalCode", "AAABBB12A10H501D").append("category", "MMG"))
                .append("validFrom", from).append("issuedAt", "2022-02-20T09:00:00.500+01:00");
        return until == null ? notification : notification.append("validUntil", until);
    }

    /** Publishes it and lets it be issued with the content of another, as a platform that mixes them up would. */
    StoredCertificate issued(Document published, Document content) {
        publish(published, Optional.empty());
        String uvci = Uvci.derive(bytes(published.getString("cuev"))).value();
        StoredCertificate certificate = new StoredCertificate(uvci, StoredCertificate.ISSUED,
                published.getString("cuev"), Optional.of(signed(content, uvci)), Optional.empty(), 0);
        certificates.add(certificate);
        event(uvci, NOW);
        return certificate;
    }

    TopicRecord publish(Document notification, Optional<String> poison) {
        byte[] key = notification.getString("cuev").getBytes(UTF_8);
        int number = script.size();
        script.add(new Published(number, poison, key, notification.toJson().getBytes(UTF_8)));
        ledger.append(Ledger.handed(number)).append('\n').append(Ledger.acked(number, 0, number)).append('\n');
        TopicRecord record = new TopicRecord(new Place(0, number), NOW, key, notification.toJson().getBytes(UTF_8),
                Map.of());
        notifications.add(record);
        return record;
    }

    void letter(TopicRecord refused, String reason) {
        letters.add(new TopicRecord(new Place(0, letters.size()), NOW, new byte[0], refused.value(),
                Map.of("dgc-reason", reason, "dgc-origin-topic", "sistema-ts.exemptions", "dgc-origin-partition", "0",
                        "dgc-origin-offset", Long.toString(refused.place().offset()))));
    }

    void event(String uvci, Instant at) {
        String value = new Document("schemaVersion", 1).append("eventId", "issued-" + uvci).append("type", "ISSUED")
                .append("uvci", uvci).append("occurredAt", NOW.toString()).toJson();
        events.add(new TopicRecord(new Place(0, events.size()), at, uvci.getBytes(UTF_8), value.getBytes(UTF_8),
                Map.of()));
    }

    void replaceCertificate(int index, UnaryOperator<StoredCertificate> change) {
        certificates.set(index, change.apply(certificates.get(index)));
    }

    static Document changed(Document notification, String givenName) {
        Document other = Document.parse(notification.toJson());
        other.get("holder", Document.class).put("givenName", givenName);
        return other;
    }

    String signed(Document content, String uvci) {
        Document holder = content.get("holder", Document.class);
        LocalDate from = LocalDate.parse(content.getString("validFrom"));
        Exemption payload = Exemption.of(names(holder), LocalDate.parse(holder.getString("birthDate")),
                new ExemptionEntry("AAABBB12A10H501D", from,
                        Optional.ofNullable(content.getString("validUntil")).map(LocalDate::parse), uvci,
                        "CUEV-" + content.getString("cuev")));
        Instant issuedAt = from.equals(TODAY)
                ? Instant.parse("2022-02-28T23:00:00Z")
                : Instant.parse("2022-02-20T08:00:00Z");
        try {
            return new HcertEncoder().encode(
                    new HcertClaims("IT", issuedAt, Instant.parse("2024-02-01T00:00:00Z"), payload.toDcc()),
                    new Signer());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the certificate with one bit of its signature turned, packed again as it was */
    static String tampered(String text) {
        try {
            byte[] cose = new InflaterInputStream(
                    new ByteArrayInputStream(Base45.decode(text.substring("HC1:".length())).orElseThrow()))
                    .readAllBytes();
            cose[cose.length - 1] ^= 1;
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
                deflater.write(cose);
            }
            return "HC1:" + Base45.encode(packed.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waiting(Document notification) {
        publish(notification, Optional.empty());
        certificates.add(new StoredCertificate(Uvci.derive(bytes("waits")).value(), StoredCertificate.DEFERRED,
                notification.getString("cuev"), Optional.empty(), Optional.empty(), 0));
    }

    private void refused(Document notification) {
        publish(notification, Optional.empty());
        certificates.add(new StoredCertificate(Uvci.derive(bytes("refused")).value(), StoredCertificate.REFUSED,
                notification.getString("cuev"), Optional.empty(), Optional.of("VALIDITY_ENDED"), 0));
    }

    private static HolderName names(Document holder) {
        String family = holder.getString("familyName");
        String given = holder.getString("givenName");
        return family.equals(ACCENTED)
                ? new HolderName(family, "Noè", "ESEMPIC", "NOE")
                : new HolderName(family, given, passport(family), passport(given));
    }

    private static String passport(String name) {
        return name.toUpperCase(Locale.ROOT).replace(' ', '<');
    }

    private List<TopicRecord> signers() {
        return Stream.concat(Stream.of(key()), withdrawals.stream())
                .map(value -> new TopicRecord(new Place(0, 0), NOW, new byte[0], value.toJson().getBytes(UTF_8),
                        Map.of()))
                .toList();
    }

    private Document key() {
        try {
            return new Document("certificate", Base64.getEncoder().encodeToString(signer.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        UUID uuid = UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
        return ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits()).array();
    }

    private static X509Certificate selfSigned(KeyPair keys) throws GeneralSecurityException, OperatorCreationException {
        X500Principal name = new X500Principal("CN=Scene");
        return new JcaX509CertificateConverter().getCertificate(
                new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(BEGIN), Date.from(END), name,
                        keys.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    private final class Signer implements CoseSigner {

        @Override
        public KeyId kid() {
            return KeyId.ofCertificate(signer);
        }

        @Override
        public byte[] sign(byte[] toBeSigned) throws GeneralSecurityException {
            Signature ecdsa = Signature.getInstance("SHA256withECDSAinP1363Format");
            ecdsa.initSign(keys.getPrivate());
            ecdsa.update(toBeSigned);
            return ecdsa.sign();
        }
    }
}
