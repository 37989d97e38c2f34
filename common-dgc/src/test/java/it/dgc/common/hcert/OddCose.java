package it.dgc.common.hcert;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.dgc.common.hcert.base45.Base45;
import it.dgc.common.hcert.cbor.Cbor;

/**
 * A COSE writer that does what it is told, right or wrong; the signature always covers the header and payload it writes.
 *
 * @param signer who signs
 * @param header the protected header's bytes
 * @param unprotected the unprotected header
 * @param payload the CWT's bytes
 */
record OddCose(TestSigner signer, byte[] header, Map<?, ?> unprotected, byte[] payload) {

    static final long ALG = 1;
    static final long KID = 4;
    static final long ES256 = -7;
    static final long TAG = 18;

    static OddCose plain(TestSigner signer) {
        return new OddCose(signer, header(signer.kid(), ES256), Map.of(), HcertEncoder.payload(TestClaims.claims()));
    }

    static byte[] header(KeyId kid, Object algorithm) {
        Map<Object, Object> header = new LinkedHashMap<>();
        header.put(KID, kid.bytes());
        header.put(ALG, algorithm);
        return Cbor.write(header);
    }

    OddCose withHeader(byte[] value) {
        return new OddCose(signer, value, unprotected, payload);
    }

    OddCose withUnprotected(Map<?, ?> value) {
        return new OddCose(signer, header, value, payload);
    }

    OddCose withPayload(byte[] value) {
        return new OddCose(signer, header, unprotected, value);
    }

    OddCose withClaims(Map<?, ?> claims) {
        return withPayload(Cbor.write(claims));
    }

    /** The four parts, for a test to take apart. */
    List<Object> parts() {
        byte[] toBeSigned = Cbor.write(List.of("Signature1", header, new byte[0], payload));
        return new ArrayList<>(Arrays.asList(header, unprotected, payload, signature(toBeSigned)));
    }

    private byte[] signature(byte[] toBeSigned) {
        try {
            return signer.pair().getPrivate().getAlgorithm().equals("EC")
                    ? signer.sign(toBeSigned)
                    : signer.signPs256(toBeSigned);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("no test signature", broken);
        }
    }

    String text() {
        return text(Cbor.write(TAG, parts()));
    }

    static String text(byte[] cose) {
        return textOfDeflated(Compression.deflate(cose));
    }

    static String textOfDeflated(byte[] deflated) {
        return "HC1:" + Base45.encode(deflated);
    }
}
