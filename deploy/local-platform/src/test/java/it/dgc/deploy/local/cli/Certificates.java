package it.dgc.deploy.local.cli;

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

/** A certificate of an invented person that decodes, under a signature of zeros. */
final class Certificates {

    private Certificates() {}

    static String text() {
        ExemptionEntry entry = new ExemptionEntry("AAABBB12A10H501F", LocalDate.of(2026, 11, 1),
                Optional.of(LocalDate.of(2027, 1, 31)), "01IT1B321FE2B4A64B1A8F0E3D2C5B6A09F3#7", "CUEV-ABCDE1234E");
        Exemption exemption = Exemption.of(new HolderName("Prova", "Esonero", "PROVA", "ESONERO"),
                LocalDate.of(1960, 1, 1), entry);
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
