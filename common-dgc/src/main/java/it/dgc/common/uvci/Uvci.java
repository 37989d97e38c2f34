package it.dgc.common.uvci;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import it.dgc.common.codes.Sha256;

/**
 * Unique certificate identifier in the form that Italy puts into {@code ci} (Allegato B, "Identificativo univoco";
 * eHN guidelines, annex 2, option 1): {@code 01IT}, 32 upper-case hexadecimal characters, {@code #}, check digit.
 *
 * @param value the 38 characters, exactly as they stand in the certificate
 */
public record Uvci(String value) {

    private static final String VERSION_AND_COUNTRY = "01IT";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** Bytes of a UUID (RFC 9562, section 4). */
    private static final int UUID_BYTES = 16;
    /** Place of the {@code #}, which ends the body. */
    private static final int BODY_LENGTH = VERSION_AND_COUNTRY.length() + 2 * UUID_BYTES;
    /** Octets of a UUID that hold the version and the variant (RFC 9562, section 4). */
    private static final int VERSION_OCTET = 6;
    private static final int VARIANT_OCTET = 8;
    /** Characters that {@link #toString()} shows: too few to find a certificate by. */
    private static final int SHOWN = 8;

    /**
     * @throws IllegalArgumentException if the form or the check digit is wrong; the message does not quote the value
     */
    public Uvci {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A UVCI is 01IT, 32 of 0-9 A-F, # and the right check digit");
        }
    }

    /**
     * Derives the identifier from a keyed digest, so that the same input gives the same certificate again.
     *
     * @param digest at least 16 bytes of an HMAC-SHA-256; of the first 128 bits the 6 that mark a UUID of version 4 are
     * overwritten, 122 remain; the array is not changed
     * @return the identifier
     * @throws IllegalArgumentException if the digest has fewer than 16 bytes
     */
    public static Uvci derive(byte[] digest) {
        if (digest.length < UUID_BYTES) {
            throw new IllegalArgumentException("A UVCI is derived from at least 16 bytes");
        }
        byte[] uuid = Arrays.copyOf(digest, UUID_BYTES);
        uuid[VERSION_OCTET] = (byte) (uuid[VERSION_OCTET] & 0x0F | 0x40);
        uuid[VARIANT_OCTET] = (byte) (uuid[VARIANT_OCTET] & 0x3F | 0x80);
        StringBuilder text = new StringBuilder(BODY_LENGTH + 2).append(VERSION_AND_COUNTRY);
        HEX.formatHex(text, uuid).append('#');
        return new Uvci(text.append(checkDigit(text, BODY_LENGTH)).toString());
    }

    /**
     * @param text what may be an identifier; may be {@code null}
     * @return the identifier, or empty if the text is not exactly one
     */
    public static Optional<Uvci> parse(String text) {
        return isValid(text) ? Optional.of(new Uvci(text)) : Optional.empty();
    }

    /** @return the name of this certificate in the revocation list: Base64 of SHA-256 of the exact text, 44 characters */
    public String revocationHash() {
        return Sha256.base64(value);
    }

    private static boolean isValid(String text) {
        return text != null && text.length() == BODY_LENGTH + 2 && text.startsWith(VERSION_AND_COUNTRY)
                && isHexadecimal(text, VERSION_AND_COUNTRY.length(), BODY_LENGTH) && text.charAt(BODY_LENGTH) == '#'
                && text.charAt(BODY_LENGTH + 1) == checkDigit(text, BODY_LENGTH);
    }

    private static boolean isHexadecimal(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'F')) {
                return false;
            }
        }
        return true;
    }

    /** Luhn over base-36 values; a doubled value loses 9 only once, so that it may stay above 9. */
    private static char checkDigit(CharSequence text, int bodyLength) {
        int sum = 0;
        for (int fromRight = 0; fromRight < bodyLength; fromRight++) {
            int digit = Character.digit(text.charAt(bodyLength - 1 - fromRight), 36);
            sum += fromRight % 2 == 0 ? doubled(digit) : digit;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static int doubled(int digit) {
        return 2 * digit > 9 ? 2 * digit - 9 : 2 * digit;
    }

    /** @return the first characters only: whoever knows the whole identifier can look the certificate up */
    @Override
    public String toString() {
        return "Uvci[" + value.substring(0, SHOWN) + "...]";
    }
}
