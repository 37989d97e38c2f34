package it.dgc.common.hcert;

import java.security.GeneralSecurityException;
import java.security.SignatureException;

import it.dgc.common.hcert.base45.Base45;
import it.dgc.common.hcert.cose.CoseAlgorithm;
import it.dgc.common.hcert.cose.CoseSign1;
import it.dgc.common.hcert.cwt.Cwt;

/**
 * Makes the text of a QR code out of claims (hcert-spec 3.3 and 4.2), one method a step, in the norm's order.
 *
 * <p>Checks nothing of what is claimed: that belongs before signing.
 */
public final class HcertEncoder {

    /** hcert-spec 4.2.2: context identifier "HC" and version 1. */
    static final String PREFIX = "HC1:";
    /** r and s of P-256, 32 bytes each (RFC 9053, section 2.1). */
    private static final int ES256_BYTES = 64;

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
        return trace(claims, signer).text();
    }

    /**
     * The CWT that becomes the COSE payload (hcert-spec 3.3.1).
     *
     * @param claims what to certify
     * @return the CBOR bytes, the same for equal claims in equal order
     * @throws IllegalArgumentException where the DCC holds a value of a foreign type
     */
    public static byte[] payload(HcertClaims claims) {
        return new Cwt(claims.issuer(), claims.issuedAt(), claims.expiresAt(), claims.dcc()).encode();
    }

    EncodingTrace trace(HcertClaims claims, CoseSigner signer) throws GeneralSecurityException {
        byte[] cwt = payload(claims);
        byte[] cose = signed(cwt, signer);
        byte[] deflated = Zlib.deflate(cose);
        String base45 = Base45.encode(deflated);
        return new EncodingTrace(cwt, cose, deflated, base45, prefixed(base45));
    }

    private static byte[] signed(byte[] cwt, CoseSigner signer) throws GeneralSecurityException {
        CoseSign1 unsigned = CoseSign1.unsigned(signer.kid().bytes(), CoseAlgorithm.ES256, cwt);
        byte[] signature = signer.sign(unsigned.toBeSigned());
        if (signature.length != ES256_BYTES) {
            throw new SignatureException("an ES256 signature has 64 bytes, not " + signature.length);
        }
        return unsigned.withSignature(signature).encode();
    }

    private static String prefixed(String base45) {
        return PREFIX + base45;
    }
}
