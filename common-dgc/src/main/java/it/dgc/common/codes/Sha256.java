package it.dgc.common.codes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of a text in UTF-8, in the two spellings that clients of the platform use. */
public final class Sha256 {

    private Sha256() {}

    /**
     * @param text any text
     * @return 64 lower-case hexadecimal characters
     */
    public static String hex(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /**
     * @param text any text
     * @return 44 characters of Base64 with padding (RFC 4648, section 4)
     */
    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(digest(text));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
