package it.dgc.common.fuzz;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.dgc.common.exemption.Exemption;
import it.dgc.common.exemption.ExemptionEntry;
import it.dgc.common.exemption.HolderName;
import it.dgc.common.hcert.HcertClaims;
import it.dgc.common.hcert.HcertDecoder;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.hcert.SignerKey;

/**
 * The one key that the fuzzed decoder trusts: the sample of RFC 6979, A.2.5, whose private half is printed there. The
 * seeds are signed with it.
 */
final class FuzzSigner {

    /** A time at which the one signed certificate is valid. */
    static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

    private static final KeyId KID = KeyId.of(HexFormat.of().parseHex("6979a25000000001"));
    private static final String X = "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6";
    private static final String Y = "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";

    private FuzzSigner() {}

    /** @return the payload that was signed for the seeds: a person who does not exist */
    static byte[] signedPayload() {
        ExemptionEntry entry = new ExemptionEntry("MRARSS75P14H501I", LocalDate.of(2026, 11, 2),
                Optional.of(LocalDate.of(2027, 3, 31)), "01IT00000000000000000000000000000000#1", "CUEV-ABCDE1234E");
        HolderName name = new HolderName("Rossi", "Maria", "ROSSI", "MARIA");
        return HcertEncoder.payload(new HcertClaims("IT", Instant.parse("2026-11-02T08:00:00Z"),
                Instant.parse("2027-12-31T00:00:00Z"), Exemption.of(name, LocalDate.of(1980, 1, 1), entry).toDcc()));
    }

    static HcertDecoder decoder() {
        SignerKey key = new SignerKey(publicKey(), Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2028-01-01T00:00:00Z"), Set.of());
        return new HcertDecoder(kid -> KID.equals(kid) ? List.of(key) : List.of());
    }

    private static PublicKey publicKey() {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECPoint point = new ECPoint(new BigInteger(X, 16), new BigInteger(Y, 16));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("the platform lacks P-256", missing);
        }
    }
}
