package it.dgc.deploy.oracle;

import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import it.dgc.deploy.oracle.wire.BrokenCertificate;
import it.dgc.deploy.oracle.wire.Identifier;
import it.dgc.deploy.oracle.wire.SignedText;
import org.bson.Document;

/** Whether a certificate is signed, and says what its notification said (architecture D1 and D2). */
final class CertificateCheck {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final long ISSUER = 1;
    private static final long EXPIRES_AT = 4;
    private static final long ISSUED_AT = 6;
    private static final long HCERT = -260;
    private static final long DCC = 1;
    private static final Pattern MRZ = Pattern.compile("[A-Z]+(<+[A-Z]+)*");
    private static final Pattern NEEDS_NO_TABLE = Pattern.compile("[A-Za-z '-]+");

    private final StoredCertificate certificate;
    private final Document notification;
    private final Signers signers;
    private final Consumer<Finding> findings;

    CertificateCheck(StoredCertificate certificate, Document notification, Signers signers,
            Consumer<Finding> findings) {
        this.certificate = certificate;
        this.notification = notification;
        this.signers = signers;
        this.findings = findings;
    }

    void run() {
        if (!Identifier.isGood(certificate.uvci())) {
            report(Finding.Kind.BAD_IDENTIFIER, "form or check digit");
        }
        try {
            check(SignedText.read(certificate.qrText().orElse("")));
        } catch (BrokenCertificate e) {
            report(Finding.Kind.BAD_SIGNATURE, e.getMessage());
        }
    }

    private void check(SignedText text) {
        Optional<X509Certificate> signer = signers.with(text.kid());
        if (signer.filter(known -> text.isSignedBy(known.getPublicKey())).isEmpty()) {
            report(Finding.Kind.BAD_SIGNATURE, signer.isEmpty() ? "a key that was not published" : "the signature");
        }
        signer.ifPresent(known -> compare(expectedTimes(known), text.claims()));
        compare(Map.of(ISSUER, "IT"), text.claims());
        Map<?, ?> dcc = map(map(text.claims().get(HCERT)).get(DCC));
        compare(Map.of("ver", "1.0.0", "dob", part("holder", "birthDate")), dcc);
        checkNames(map(dcc.get("nam")));
        List<?> entries = dcc.get("e") instanceof List<?> list ? list : List.of();
        if (entries.size() != 1 || !expectedEntry().equals(entries.getFirst())) {
            report(Finding.Kind.WRONG_FIELD,
                    "e: " + differences(expectedEntry(), map(entries.isEmpty() ? null : entries.getFirst())));
        }
    }

    private Map<Long, Object> expectedTimes(X509Certificate signer) {
        Instant issued = Stream
                .of(OffsetDateTime.parse(notification.getString("issuedAt")).toInstant(),
                        LocalDate.parse(notification.getString("validFrom")).atStartOfDay(ROME).toInstant(),
                        signer.getNotBefore().toInstant())
                .max(Instant::compareTo).orElseThrow();
        Instant expires = signer.getNotAfter().toInstant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        return Map.of(ISSUED_AT, issued.getEpochSecond(), EXPIRES_AT, expires.getEpochSecond());
    }

    private Map<String, Object> expectedEntry() {
        Map<String, Object> entry = new LinkedHashMap<>(Map.of("tg", "840539006", "co", "IT",
                "is", "Ministero della Salute", "ds", "Soggetto esente dalla vaccinazione anti SARS-CoV-2",
                "fc", part("doctor", "fiscalCode"), "df", notification.getString("validFrom"),
                "ci", certificate.uvci(), "cu", "CUEV-" + notification.getString("cuev")));
        Optional.ofNullable(notification.getString("validUntil")).ifPresent(day -> entry.put("du", day));
        return entry;
    }

    private void checkNames(Map<?, ?> names) {
        checkName(names, "fn", part("holder", "familyName"));
        checkName(names, "gn", part("holder", "givenName"));
    }

    /** What a name without foreign letters becomes in a passport needs no table; of others only the alphabet is judged. */
    private void checkName(Map<?, ?> names, String field, String notified) {
        compare(Map.of(field, Normalizer.normalize(notified, Normalizer.Form.NFC).strip()), names);
        String passport = Objects.toString(names.get(field + "t"));
        if (NEEDS_NO_TABLE.matcher(notified).matches()) {
            compare(Map.of(field + "t", notified.toUpperCase(Locale.ROOT).replace("'", "").replaceAll("[ -]", "<")),
                    names);
        } else if (!MRZ.matcher(passport).matches()) {
            report(Finding.Kind.WRONG_FIELD, field + "t");
        }
    }

    private String part(String object, String field) {
        return notification.get(object, Document.class).getString(field);
    }

    private void compare(Map<?, ?> expected, Map<?, ?> found) {
        List<?> different = differences(expected, found);
        if (!different.isEmpty()) {
            report(Finding.Kind.WRONG_FIELD, different.toString());
        }
    }

    private static List<?> differences(Map<?, ?> expected, Map<?, ?> found) {
        return expected.entrySet().stream().filter(field -> !field.getValue().equals(found.get(field.getKey())))
                .map(Map.Entry::getKey).toList();
    }

    private void report(Finding.Kind kind, String what) {
        findings.accept(new Finding(kind, certificate.uvci() + ": " + what));
    }

    private static Map<?, ?> map(Object item) {
        return item instanceof Map<?, ?> map ? map : Map.of();
    }
}
