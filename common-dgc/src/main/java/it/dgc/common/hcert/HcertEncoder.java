package it.dgc.common.hcert;

import java.security.GeneralSecurityException;
import java.security.SignatureException;

import it.dgc.common.hcert.cbor.CborWriter;
import it.dgc.common.hcert.cose.SigStructure;
import it.dgc.common.hcert.cwt.Cwt;

/**
 * Makes the text of a QR code out of claims (hcert-spec 3.3 and 4.2). Writes straight into buffers what {@link Cwt} and
 * {@link it.dgc.common.hcert.cose.CoseSign1} write by way of trees, byte by byte the same.
 *
 * <p>Checks nothing of what is claimed: that belongs before signing.
 */
public final class HcertEncoder {

    /** hcert-spec 4.2.2: context identifier "HC" and version 1. */
    static final String PREFIX = "HC1:";
    /** r and s of P-256, 32 bytes each (RFC 9053, section 2.1). */
    private static final int ES256_BYTES = 64;
    /** An exemption has about 320. */
    private static final int PAYLOAD_BYTES = 512;

    /** Makes an encoder; it has no state and may be shared. */
    public HcertEncoder() {}

    /**
     * Encodes and signs.
     *
     * @param claims what to certify
     * @param signer the key to sign with
     * @return the QR code's text, beginning with {@code HC1:}
     * @throws GeneralSecurityException where the signer cannot sign or its signature is not 64 bytes long
     * @throws IllegalArgumentException where the DCC holds a value of a foreign type
     */
    public String encode(HcertClaims claims, CoseSigner signer) throws GeneralSecurityException {
        SigStructure structure = structure(claims, signer);
        byte[] signature = signature(structure, signer);
        try (Workbench bench = Workbench.take()) {
            return bench.text(structure, signature);
        }
    }

    /**
     * The CWT that becomes the COSE payload (hcert-spec 3.3.1).
     *
     * @param claims what to certify
     * @return the CBOR bytes, the same for equal claims in equal order
     * @throws IllegalArgumentException where the DCC holds a value of a foreign type
     */
    public static byte[] payload(HcertClaims claims) {
        CborWriter out = new CborWriter(PAYLOAD_BYTES);
        cwt(claims).writeTo(out);
        return out.toBytes();
    }

    /** What {@link #encode} does, and what it leaves on the workbench on its way. */
    EncodingTrace trace(HcertClaims claims, CoseSigner signer) throws GeneralSecurityException {
        SigStructure structure = structure(claims, signer);
        byte[] signature = signature(structure, signer);
        try (Workbench bench = Workbench.take()) {
            String text = bench.text(structure, signature);
            return new EncodingTrace(structure.payload(), structure.bytes(), bench.cose(), bench.deflated(),
                    text.substring(PREFIX.length()), text);
        }
    }

    static Cwt cwt(HcertClaims claims) {
        return new Cwt(claims.issuer(), claims.issuedAt(), claims.expiresAt(), claims.dcc());
    }

    private static SigStructure structure(HcertClaims claims, CoseSigner signer) {
        try (Workbench bench = Workbench.take()) {
            return bench.structure(claims, signer.kid());
        }
    }

    /** No workbench is kept from others meanwhile: a key behind a network may take its time. */
    private static byte[] signature(SigStructure structure, CoseSigner signer) throws GeneralSecurityException {
        byte[] signature = signer.sign(structure.bytes());
        if (signature.length != ES256_BYTES) {
            throw new SignatureException("an ES256 signature has 64 bytes, not " + signature.length);
        }
        return signature;
    }
}
