package it.dgc.portal.rendering;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.CoseSigner;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.hcert.KeyId;

/** Certificates of invented persons that decode, under a signature of zeros. */
final class Certificates {

    static final String DOCTOR = "AAABBB12A10H501F";
    static final String UVCI = "01IT1B321FE2B4A64B1A8F0E3D2C5B6A09F3#7";
    static final String CUEV = "CUEV-ABCDE1234E";

    private Certificates() {}

    static String of(String family, String given) {
        return of(family, given, Optional.of(LocalDate.of(2027, 1, 31)));
    }

    static String of(String family, String given, Optional<LocalDate> lastDay) {
        ExemptionEntry entry = new ExemptionEntry(DOCTOR, LocalDate.of(2026, 11, 1), lastDay, UVCI, CUEV);
        Exemption exemption = Exemption.of(new HolderName(family, given, "STANDARD", "NAME<FORM"),
                LocalDate.of(1960, 2, 29), entry);
        try {
            return new HcertEncoder().encode(new HcertClaims("IT", Instant.parse("2026-11-01T10:00:00Z"),
                    Instant.parse("2028-11-01T10:00:00Z"), exemption.toDcc()), new Zeros());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Zeros implements CoseSigner {

        @Override
        public KeyId kid() {
            return KeyId.of(new byte[8]);
        }

        @Override
        public byte[] sign(byte[] toBeSigned) {
            return new byte[64];
        }
    }
}
