package it.dgc.common.verification.vectors;

import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import it.dgc.common.codes.Sha256;
import it.dgc.common.verification.Outcome;

/** All vectors, and the file that holds them. */
final class VectorBook {

    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ABOUT = "Signed exemption certificates of a person who does not exist, for testing "
            + "verifiers. The keys are public: the signer's is the sample of RFC 6979, A.2.5. Trust them nowhere. "
            + "Fields: docs/verifier-protocol.md. Apache-2.0.";
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of("exemption_start_day", "0",
            "exemption_end_day", "du", "DRL_SYNC_ACTIVE", "true", "black_list_uvci", ""));
    private static final String REVOKED = "revoked";

    private VectorBook() {}

    static List<ExemptionVector> vectors() {
        return List.of(
                ExemptionVector.of("good", Outcome.VALID, "2026-12-24T17:00:00Z", "Valid, with a last day."),
                ExemptionVector.of("first-instant", Outcome.VALID, "2026-11-01T23:00:00Z",
                        "Midnight in Rome of the first day, which is also the time of issue."),
                ExemptionVector.of("last-day", Outcome.VALID, "2027-03-31T21:59:59.999Z",
                        "The last day belongs to the period, to its end in Rome."),
                ExemptionVector.of("expired", Outcome.EXPIRED, "2027-03-31T22:00:00Z",
                        "Midnight in Rome after the last day."),
                ExemptionVector.of("not-valid-yet", Outcome.NOT_VALID_YET, "2026-11-01T22:59:59.999Z",
                        "The instant before the first day. Issued a week ahead, which this platform never does.")
                        .issuedAt(Instant.parse("2026-10-25T08:00:00Z")),
                ExemptionVector.of(REVOKED, Outcome.REVOKED, "2026-12-24T17:00:00Z",
                        "Its hash is on the list; outside a test it is shown as NOT_VALID."),
                ExemptionVector.of("tampered", Outcome.NOT_VALID, "2027-05-01T10:00:00Z",
                        "The last day was moved after signing.").tampered("2027-03-31", "2027-12-31"),
                ExemptionVector.of("unknown-key", Outcome.NOT_VALID, "2026-12-24T17:00:00Z",
                        "Signed with a key that is not published.").signedBy(VectorKey.unpublished()),
                ExemptionVector.of("without-du", Outcome.VALID, "2029-12-24T17:00:00Z",
                        "No last day: valid until exp.").lasting(ExemptionVector.FROM, Optional.empty()),
                ExemptionVector.of("without-du-after-exp", Outcome.EXPIRED, "2036-01-01T00:00:01Z",
                        "No last day, and the technical end is over.")
                        .lasting(ExemptionVector.FROM, Optional.empty()),
                ExemptionVector.of("one-day", Outcome.VALID, "2026-11-02T22:59:59Z",
                        "First day and last day are the same.")
                        .lasting(ExemptionVector.FROM, Optional.of(ExemptionVector.FROM)),
                ExemptionVector.of("another-country", Outcome.NOT_VALID, "2026-12-24T17:00:00Z",
                        "Issued by another country, whose signer is published: an exemption is valid in Italy only.")
                        .issuedIn("SM").signedBy(VectorKey.ofAnotherCountry()),
                ExemptionVector.of("vaccination-signer", Outcome.NOT_VALID, "2026-12-24T17:00:00Z",
                        "Signed with an Italian key whose usage is vaccinations.").signedBy(VectorKey.vaccinations()),
                ExemptionVector.of("du-with-time", Outcome.NOT_EU_DCC, "2026-12-24T17:00:00Z",
                        "A last day with a time; never issued.").stating(e -> e.put("du", "2027-03-31T00:00:00Z")),
                ExemptionVector.of("without-ci", Outcome.NOT_EU_DCC, "2026-12-24T17:00:00Z",
                        "No identifier; never issued.").stating(e -> e.remove("ci")),
                ExemptionVector.of("start-day-60", Outcome.NOT_VALID_YET, "2026-12-31T22:59:59.999Z",
                        "Under a published exemption_start_day of 60 it becomes valid on 1 January.")
                        .under("exemption_start_day", "60"),
                ExemptionVector.of("end-day-30", Outcome.EXPIRED, "2026-12-02T23:00:00Z",
                        "Under a published exemption_end_day of 30 its last day is 2 December.")
                        .under("exemption_end_day", "30"));
    }

    static ObjectNode json() {
        ObjectNode book = MAPPER.createObjectNode().put("about", ABOUT);
        ArrayNode keys = book.putArray("keys");
        List.of(VectorKey.exemptions(), VectorKey.vaccinations(), VectorKey.ofAnotherCountry()).forEach(
                key -> keys.addObject().put("kid", key.kid().base64()).put("certificate", der(key)));
        ArrayNode settings = book.putArray("settings");
        SETTINGS.forEach((name, value) -> settings.addObject().put("name", name)
                .put("type", name.equals("black_list_uvci") ? name : "GENERIC").put("value", value));
        book.putArray("revoked").add(vectors().stream().filter(vector -> vector.name().equals(REVOKED))
                .flatMap(vector -> vector.identifier().stream()).map(Sha256::base64).findFirst().orElseThrow());
        ArrayNode vectors = book.putArray("vectors");
        vectors().forEach(vector -> write(vector, vectors.addObject()));
        return book;
    }

    private static void write(ExemptionVector vector, ObjectNode json) {
        json.put("name", vector.name()).put("note", vector.note()).put("at", vector.at().toString())
                .put("outcome", vector.outcome().name()).put("shown", vector.outcome().shown(false).name())
                .put("kid", vector.signer().kid().base64());
        vector.identifier().ifPresent(uvci -> json.put("uvci", uvci).put("hash", Sha256.base64(uvci)));
        json.put("text", vector.text());
        if (!vector.settings().isEmpty()) {
            vector.settings().forEach(json.putObject("settings")::put);
        }
    }

    private static String der(VectorKey key) {
        try {
            return Base64.getEncoder().encodeToString(key.certificate().getEncoded());
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("no certificate", broken);
        }
    }
}
