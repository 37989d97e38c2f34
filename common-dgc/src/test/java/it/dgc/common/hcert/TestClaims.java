package it.dgc.common.hcert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;

/** An exemption of a person who does not exist. */
final class TestClaims {

    static final Instant ISSUED = Instant.parse("2026-11-02T08:00:00Z");
    static final Instant EXPIRES = Instant.parse("2027-12-31T00:00:00Z");
    /** Between the two. */
    static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");
    static final HolderName NAME = new HolderName("Prova", "Niccolò", "PROVA", "NICCOLO");
    static final ExemptionEntry ENTRY = new ExemptionEntry("AAABBB12A10H501F", LocalDate.of(2026, 11, 2),
            Optional.of(LocalDate.of(2027, 3, 31)), "01IT00000000000000000000000000000000#1", "CUEV-ABCDE12345");

    private TestClaims() {}

    static Map<String, Object> dcc() {
        return Exemption.of(NAME, LocalDate.of(1960, 1, 1), ENTRY).toDcc();
    }

    static HcertClaims claims() {
        return new HcertClaims("IT", ISSUED, EXPIRES, dcc());
    }
}
