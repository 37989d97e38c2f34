package it.dgc.generation.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.uvci.Uvci;
import it.dgc.generation.testing.Events;

/** Claims that keep every rule, and mutable copies to break them in. */
final class Payloads {

    static final Instant ISSUED_AT = Instant.parse("2022-01-10T09:00:00Z");
    static final Instant EXPIRES_AT = Instant.parse("2024-01-01T00:00:00Z");
    static final String UVCI = Uvci.derive(new byte[16]).value();
    static final String CUEV = Events.cuev(1).prefixed();

    private Payloads() {}

    static HcertClaims valid() {
        return new HcertClaims("IT", ISSUED_AT, EXPIRES_AT, dcc());
    }

    static Map<String, Object> dcc() {
        return mutable(Exemption.of(new HolderName("Sintetica", "Maria", "SINTETICA", "MARIA"),
                LocalDate.of(1980, 1, 1),
                new ExemptionEntry(Events.DOCTOR.fiscalCode().value(), LocalDate.of(2022, 1, 10),
                        Optional.of(LocalDate.of(2022, 6, 30)), UVCI, CUEV))
                .toDcc());
    }

    static CheckedCertificate checked(HcertClaims claims, DocumentSigner signer) {
        if (CertificateChecker.check(new CertificateDraft(claims), signer) instanceof CheckResult.Passed passed) {
            return passed.certificate();
        }
        throw new AssertionError("The claims should keep every rule");
    }

    private static Map<String, Object> mutable(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put((String) key, mutable(value)));
        return copy;
    }

    private static Object mutable(Object value) {
        return switch (value) {
            case Map<?, ?> map -> mutable(map);
            case List<?> list -> new ArrayList<>(list.stream().map(Payloads::mutable).toList());
            default -> value;
        };
    }
}
