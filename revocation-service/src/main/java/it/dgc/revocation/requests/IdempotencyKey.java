package it.dgc.revocation.requests;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import it.dgc.common.codes.Sha256;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * By what a caller marks a request, so that it can send it again without having it done twice (header field
 * {@code Idempotency-Key}, draft-ietf-httpapi-idempotency-key-header).
 *
 * <p>It is not stored. Two digests are: one names the request, the other, keyed with this very text, tells another body
 * from the same. So the store alone gives no hold for guessing what a body said, as long as the caller takes keys that
 * cannot be guessed (a random UUID); and there is no secret of ours to keep, to share among instances and to change.
 *
 * @param value 1 to 255 printable ASCII characters
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    /** From 1 to 255 characters, not all of them blanks. */
    private static final Pattern FORM = Pattern.compile("(?=.*[!-~])[ -~]{1,255}");
    private static final String HMAC = "HmacSHA256";
    /** The two bits of the variant (RFC 9562, section 4.1), by the last two of the digit in their place. */
    private static final String VARIANTS = "89ab";

    static Optional<IdempotencyKey> parse(String text) {
        return Optional.of(text).filter(candidate -> FORM.matcher(candidate).matches()).map(IdempotencyKey::new);
    }

    /**
     * @param caller whose key it is: two callers may have the same
     * @return always the same for the same caller and key: a UUID of version 8 (RFC 9562, section 5.8)
     */
    String requestId(String caller) {
        String hex = Sha256.hex(value + '\0' + caller);
        char variant = VARIANTS.charAt(Character.digit(hex.charAt(16), 16) & 3);
        return hex.substring(0, 8) + '-' + hex.substring(8, 12) + "-8" + hex.substring(13, 16) + '-' + variant
                + hex.substring(17, 20) + '-' + hex.substring(20, 32);
    }

    /** @return HMAC-SHA-256 of a message under this key, 64 hexadecimal characters */
    String fingerprint(byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(value.getBytes(US_ASCII), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256, for any key", e);
        }
    }

    @Override
    public String toString() {
        return "IdempotencyKey[masked]";
    }
}
