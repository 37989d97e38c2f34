package it.dgc.common.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.dgc.common.hcert.Compression;
import it.dgc.common.hcert.HcertEncoder;
import it.dgc.common.hcert.KeyId;
import it.dgc.common.hcert.base45.Base45;
import it.dgc.common.hcert.cbor.Cbor;

/**
 * A certificate whose maker does what it is told, right or wrong; what it signs is what it writes.
 *
 * @param header the protected header's bytes
 * @param unprotected the unprotected header
 * @param payload the CWT's bytes
 */
record OddText(byte[] header, Map<?, ?> unprotected, byte[] payload) {

    static final long ALG = 1;
    static final long CRIT = 2;
    static final long KID = 4;
    static final long ES256 = -7;
    static final long EXP = 4;
    static final long IAT = 6;
    static final long HCERT = -260;
    private static final long TAG = 18;

    static OddText plain() {
        return new OddText(header(Desk.SIGNER.kid(), ES256), Map.of(), HcertEncoder
                .payload(Desk.claims(Desk.dcc(Desk.FROM, java.util.Optional.of(Desk.UNTIL)))));
    }

    static byte[] header(KeyId kid, Object algorithm) {
        Map<Object, Object> header = new LinkedHashMap<>();
        header.put(KID, kid.bytes());
        header.put(ALG, algorithm);
        return Cbor.write(header);
    }

    OddText withHeader(byte[] value) {
        return new OddText(value, unprotected, payload);
    }

    OddText withUnprotected(Map<?, ?> value) {
        return new OddText(header, value, payload);
    }

    OddText withPayload(byte[] value) {
        return new OddText(header, unprotected, value);
    }

    OddText withClaims(Map<?, ?> claims) {
        return withPayload(Cbor.write(claims));
    }

    /** The four parts, for a test to take apart. */
    List<Object> parts() {
        byte[] toBeSigned = Cbor.write(List.of("Signature1", header, new byte[0], payload));
        return new ArrayList<>(Arrays.asList(header, unprotected, payload, Desk.SIGNER.sign(toBeSigned)));
    }

    String text() {
        return of(Cbor.write(TAG, parts()));
    }

    String tagged(String tagsInHex) {
        byte[] tags = HexFormat.of().parseHex(tagsInHex);
        byte[] envelope = Cbor.write(parts());
        byte[] both = Arrays.copyOf(tags, tags.length + envelope.length);
        System.arraycopy(envelope, 0, both, tags.length, envelope.length);
        return of(both);
    }

    static String of(byte[] cose) {
        return "HC1:" + Base45.encode(Compression.deflate(cose));
    }

    static String ofParts(List<?> parts) {
        return of(Cbor.write(TAG, parts));
    }
}
