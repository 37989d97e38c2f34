package it.dgc.deploy.oracle.wire;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The text of a QR code as COSE_Sign1 (hcert-spec 3 and 4; RFC 9052, 4.2): {@code HC1:}, Base45, zlib, CBOR.
 *
 * @param kid key identifier out of the protected header, in hexadecimal digits
 * @param claims the CWT
 */
public record SignedText(String kid, Map<?, ?> claims, Parts parts) {

    private static final String PREFIX = "HC1:";
    private static final long SIGN1 = 18;
    private static final long ALGORITHM = 1;
    private static final long ES256 = -7;
    private static final long KID = 4;
    /** Far above every certificate, in bytes. */
    private static final int MAX_INFLATED = 64 * 1024;

    /** What is signed, and the signature. */
    record Parts(byte[] protectedHeader, byte[] payload, byte[] signature) {}

    /**
     * @param text of a QR code
     * @return its parts, not verified
     * @throws BrokenCertificate it cannot be taken apart, or was not signed by ES256
     */
    public static SignedText read(String text) throws BrokenCertificate {
        require(text.startsWith(PREFIX), "no HC1");
        Object item = CborReader.read(inflated(Base45.decode(text.substring(PREFIX.length()))));
        require(item instanceof CborReader.Tagged(long number, List<?> four) && number == SIGN1 && four.size() == 4
                ? four.get(0) instanceof byte[] && four.get(2) instanceof byte[] && four.get(3) instanceof byte[]
                : false, "no COSE_Sign1");
        List<?> four = (List<?>) ((CborReader.Tagged) item).content();
        Parts parts = new Parts((byte[]) four.get(0), (byte[]) four.get(2), (byte[]) four.get(3));
        Map<?, ?> header = map(CborReader.read(parts.protectedHeader));
        require(Long.valueOf(ES256).equals(header.get(ALGORITHM)), "not ES256");
        require(header.get(KID) instanceof byte[], "no kid");
        return new SignedText(HexFormat.of().formatHex((byte[]) header.get(KID)), map(CborReader.read(parts.payload)),
                parts);
    }

    /** @return what was signed, beside the header: the bytes of the CWT, in hexadecimal digits */
    public String payload() {
        return HexFormat.of().formatHex(parts.payload);
    }

    /** @return whether the key made this signature over this header and payload (RFC 9052, 4.4) */
    public boolean isSignedBy(PublicKey key) {
        try {
            Signature ecdsa = Signature.getInstance("SHA256withECDSAinP1363Format");
            ecdsa.initVerify(key);
            ecdsa.update(toBeSigned());
            return ecdsa.verify(parts.signature);
        } catch (GeneralSecurityException unfit) {
            return false;
        }
    }

    /** Sig_structure: an array of the context, the protected header, nothing, and the payload. */
    private byte[] toBeSigned() {
        ByteArrayOutputStream structure = new ByteArrayOutputStream();
        structure.write(0x84);
        structure.write(0x6A);
        structure.writeBytes("Signature1".getBytes(US_ASCII));
        writeString(structure, parts.protectedHeader);
        writeString(structure, new byte[0]);
        writeString(structure, parts.payload);
        return structure.toByteArray();
    }

    private static void writeString(ByteArrayOutputStream out, byte[] string) {
        if (string.length < 24) {
            out.write(0x40 + string.length);
        } else if (string.length < 0x100) {
            out.write(0x58);
            out.write(string.length);
        } else {
            out.write(0x59);
            out.write(string.length >> 8);
            out.write(string.length);
        }
        out.writeBytes(string);
    }

    private static byte[] inflated(byte[] deflated) throws BrokenCertificate {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            byte[] bytes = new byte[MAX_INFLATED];
            int length = inflater.inflate(bytes);
            require(inflater.finished() && inflater.getRemaining() == 0, "no whole zlib stream");
            return Arrays.copyOf(bytes, length);
        } catch (DataFormatException e) {
            throw new BrokenCertificate("no zlib", e);
        } finally {
            inflater.end();
        }
    }

    private static Map<?, ?> map(Object item) throws BrokenCertificate {
        require(item instanceof Map<?, ?>, "no map");
        return (Map<?, ?>) item;
    }

    private static void require(boolean kept, String rule) throws BrokenCertificate {
        if (!kept) {
            throw new BrokenCertificate(rule);
        }
    }
}
