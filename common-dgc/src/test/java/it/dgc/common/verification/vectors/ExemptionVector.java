package it.dgc.common.verification.vectors;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import it.dgc.common.codes.Sha256;
import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.uvci.Uvci;
import it.dgc.common.verification.Outcome;

/**
 * One vector: a certificate of a person who does not exist, a time, and what a verifier has to say.
 *
 * @param name its name
 * @param outcome what a verifier says at that time
 * @param at the time
 * @param note what it is for
 * @param signer whose key signed
 * @param claims what was signed
 * @param change what was done to the text after signing
 * @param settings what is published instead of the book's settings
 */
record ExemptionVector(String name, Outcome outcome, Instant at, String note, VectorKey signer, HcertClaims claims,
        UnaryOperator<byte[]> change, Map<String, String> settings) {

    static final LocalDate FROM = LocalDate.of(2026, 11, 2);
    static final LocalDate UNTIL = LocalDate.of(2027, 3, 31);
    /** The first day's midnight in Rome. */
    private static final Instant ISSUED = Instant.parse("2026-11-01T23:00:00Z");
    /** The day of the signer's end, 00:00 UTC. */
    private static final Instant EXPIRES = Instant.parse("2036-01-01T00:00:00Z");

    static ExemptionVector of(String name, Outcome outcome, String at, String note) {
        HcertClaims claims = new HcertClaims("IT", ISSUED, EXPIRES, dcc(name, FROM, Optional.of(UNTIL)));
        return new ExemptionVector(name, outcome, Instant.parse(at), note, VectorKey.exemptions(), claims,
                UnaryOperator.identity(), Map.of());
    }

    private static Map<String, Object> dcc(String name, LocalDate from, Optional<LocalDate> until) {
        return Exemption.of(new HolderName("Rossi", "Niccolò", "ROSSI", "NICCOLO"), LocalDate.of(1980, 1, 1),
                new ExemptionEntry("MRARSS75P14H501I", from, until, uvci(name), "CUEV-ABCDE1234E")).toDcc();
    }

    private static String uvci(String name) {
        return Uvci.derive(HexFormat.of().parseHex(Sha256.hex("PN-DGC test vectors: " + name))).value();
    }

    /** {@code ci} as it was signed; nothing where the vector lacks it. */
    Optional<String> identifier() {
        return Optional.ofNullable((String) entry(claims.dcc()).get("ci"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> entry(Map<String, Object> dcc) {
        return ((List<Map<String, Object>>) dcc.get("e")).getFirst();
    }

    ExemptionVector signedBy(VectorKey key) {
        return new ExemptionVector(name, outcome, at, note, key, claims, change, settings);
    }

    ExemptionVector lasting(LocalDate from, Optional<LocalDate> until) {
        return claiming(claims.issuer(), claims.issuedAt(), dcc(name, from, until));
    }

    ExemptionVector issuedAt(Instant time) {
        return claiming(claims.issuer(), time, claims.dcc());
    }

    ExemptionVector issuedIn(String country) {
        return claiming(country, claims.issuedAt(), claims.dcc());
    }

    ExemptionVector stating(Consumer<Map<String, Object>> odd) {
        Map<String, Object> dcc = new LinkedHashMap<>(claims.dcc());
        Map<String, Object> entry = new LinkedHashMap<>(entry(dcc));
        odd.accept(entry);
        dcc.put("e", List.of(entry));
        return claiming(claims.issuer(), claims.issuedAt(), dcc);
    }

    private ExemptionVector claiming(String issuer, Instant issuedAt, Map<String, Object> dcc) {
        return new ExemptionVector(name, outcome, at, note, signer,
                new HcertClaims(issuer, issuedAt, claims.expiresAt(), dcc), change, settings);
    }

    /** Writes other letters into the envelope, as a forger does who cannot sign. */
    ExemptionVector tampered(String written, String instead) {
        return new ExemptionVector(name, outcome, at, note, signer, claims,
                bytes -> replaced(bytes, bytes(written), bytes(instead)), settings);
    }

    ExemptionVector under(String setting, String value) {
        return new ExemptionVector(name, outcome, at, note, signer, claims, change, Map.of(setting, value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] bytes, byte[] written, byte[] instead) {
        for (int at = 0; at + written.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + written.length, written, 0, written.length)) {
                byte[] changed = bytes.clone();
                System.arraycopy(instead, 0, changed, at, instead.length);
                return changed;
            }
        }
        throw new IllegalStateException("nothing to tamper with");
    }

    String text() {
        try {
            String signed = new HcertEncoder().encode(claims, signer);
            return Envelope.text(change.apply(Envelope.of(signed)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("no vector", broken);
        }
    }
}
