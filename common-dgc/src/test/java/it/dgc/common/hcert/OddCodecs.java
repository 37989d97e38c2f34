package it.dgc.common.hcert;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.dgc.common.hcert.cbor.Cbor;

/** Small implementations that are odd in one thing each. Whether that is an error is for the norm to say. */
final class OddCodecs {

    private static final long EXP = 4;
    private static final long IAT = 6;
    private static final long HCERT = -260;

    private OddCodecs() {}

    static String brokenSignature(TestSigner signer) {
        List<Object> parts = OddCose.plain(signer).parts();
        ((byte[]) parts.get(3))[0] ^= 1;
        return OddCose.text(Cbor.write(OddCose.TAG, parts));
    }

    /** The other valid form of an ECDSA signature: (r, n-s). */
    static String mirroredSignature(TestSigner signer) {
        List<Object> parts = OddCose.plain(signer).parts();
        byte[] signature = (byte[]) parts.get(3);
        BigInteger order = ((ECPublicKey) signer.pair().getPublic()).getParams().getOrder();
        byte[] mirrored = order.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64))).toByteArray();
        Arrays.fill(signature, 32, 64, (byte) 0);
        int length = Math.min(32, mirrored.length);
        System.arraycopy(mirrored, mirrored.length - length, signature, 64 - length, length);
        return OddCose.text(Cbor.write(OddCose.TAG, parts));
    }

    static String truncatedSignature(TestSigner signer) {
        List<Object> parts = OddCose.plain(signer).parts();
        parts.set(3, Arrays.copyOf((byte[]) parts.get(3), 63));
        return OddCose.text(Cbor.write(OddCose.TAG, parts));
    }

    static String unprotectedKid(TestSigner signer) {
        return OddCose.plain(signer).withHeader(Cbor.write(Map.of(OddCose.ALG, OddCose.ES256)))
                .withUnprotected(Map.of(OddCose.KID, signer.kid().bytes())).text();
    }

    static String unprotectedAlgorithm(TestSigner signer) {
        return OddCose.plain(signer).withHeader(new byte[0])
                .withUnprotected(Map.of(OddCose.ALG, OddCose.ES256, OddCose.KID, signer.kid().bytes())).text();
    }

    static String algorithm(TestSigner signer, Object algorithm) {
        return OddCose.plain(signer).withHeader(OddCose.header(signer.kid(), algorithm)).text();
    }

    static String tagged(TestSigner signer, String tagsInHex) {
        byte[] tags = HexFormat.of().parseHex(tagsInHex);
        return OddCose.text(concat(tags, Cbor.write(OddCose.plain(signer).parts())));
    }

    static String part(TestSigner signer, int index, Object value) {
        List<Object> parts = OddCose.plain(signer).parts();
        parts.set(index, value);
        return OddCose.text(Cbor.write(OddCose.TAG, parts));
    }

    static String parts(TestSigner signer, int count) {
        List<Object> parts = OddCose.plain(signer).parts();
        parts.add("more");
        return OddCose.text(Cbor.write(OddCose.TAG, parts.subList(0, count)));
    }

    /** Every array and map of the envelope with an indefinite length. */
    static String indefiniteLengths(TestSigner signer) {
        List<Object> parts = OddCose.plain(signer).parts();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(HexFormat.of().parseHex("d29f"));
        cose.writeBytes(Cbor.write(parts.get(0)));
        cose.writeBytes(HexFormat.of().parseHex("bfff"));
        cose.writeBytes(HexFormat.of().parseHex("5f"));
        cose.writeBytes(Cbor.write(parts.get(2)));
        cose.writeBytes(HexFormat.of().parseHex("ff"));
        cose.writeBytes(Cbor.write(parts.get(3)));
        cose.writeBytes(HexFormat.of().parseHex("ff"));
        return OddCose.text(cose.toByteArray());
    }

    static String claims(TestSigner signer, Object issuedAt, Object expiresAt) {
        Map<Long, Object> claims = new LinkedHashMap<>();
        claims.put(HCERT, Map.of(1L, TestClaims.dcc()));
        claims.put(IAT, issuedAt);
        claims.put(EXP, expiresAt);
        return OddCose.plain(signer).withClaims(claims).text();
    }

    static String hcert(TestSigner signer, Object hcert) {
        Map<Long, Object> claims = new LinkedHashMap<>();
        claims.put(IAT, TestClaims.ISSUED.getEpochSecond());
        claims.put(EXP, TestClaims.EXPIRES.getEpochSecond());
        claims.put(HCERT, hcert);
        return OddCose.plain(signer).withClaims(claims).text();
    }

    /** Arrays within arrays, beyond any stack if a reader follows. */
    static String deepNesting(TestSigner signer, int levels) {
        byte[] nested = new byte[levels + 1];
        Arrays.fill(nested, (byte) 0x81);
        nested[levels] = 0;
        return OddCose.plain(signer).withPayload(nested).text();
    }

    static String payload(TestSigner signer, String hex) {
        return OddCose.plain(signer).withPayload(HexFormat.of().parseHex(hex)).text();
    }

    static String trailingByte(TestSigner signer) {
        return OddCose.text(concat(Cbor.write(OddCose.TAG, OddCose.plain(signer).parts()), new byte[1]));
    }

    static String trailingByteAfterZlib(TestSigner signer) {
        byte[] deflated = Compression.deflate(Cbor.write(OddCose.TAG, OddCose.plain(signer).parts()));
        return OddCose.textOfDeflated(concat(deflated, new byte[1]));
    }

    static String uncompressed(TestSigner signer) {
        return OddCose.textOfDeflated(Cbor.write(OddCose.TAG, OddCose.plain(signer).parts()));
    }

    static String zipBomb() {
        return OddCose.text(new byte[2_000_000]);
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
