package it.dgc.common.codes;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * AUTHCODE: the secret that the holder receives by SMS or e-mail and turns into the certificate (Allegato B, chapter on
 * the recovery of the AUTHCODE). 11 symbols and a check character, all of the 33-symbol alphabet: the platform makes
 * every one of them, so that another symbol can only be a slip of the finger.
 *
 * @param value the 12 characters
 */
public record AuthCode(String value) {

    private static final String WORD = "AUTHCODE";
    private static final int LENGTH = 12;
    private static final int BODY_LENGTH = LENGTH - 1;
    private static final Pattern FORM = Pattern.compile("[" + CheckSymbol.ALPHABET + "]{" + LENGTH + "}");
    private static final BigInteger SYMBOLS = BigInteger.valueOf(CheckSymbol.ALPHABET.length());
    /** Bytes of digest that are used. 2^128 is so much larger than 33^11 that no body is favoured by 2^-72 or more. */
    private static final int DIGEST_BYTES = 16;

    /**
     * @throws IllegalArgumentException if the form or the check character is wrong; the message does not quote the value
     */
    public AuthCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An AUTHCODE is 12 symbols, the last one the right check character");
        }
    }

    /**
     * Derives the code from a keyed digest: the first 128 bits, read as a number, written with 11 digits to the base 33.
     * A body is at most 2^-72 (relatively) more likely than another.
     *
     * @param digest at least 16 bytes of an HMAC-SHA-256; not changed
     * @return the code
     * @throws IllegalArgumentException if the digest has fewer than 16 bytes
     */
    public static AuthCode derive(byte[] digest) {
        if (digest.length < DIGEST_BYTES) {
            throw new IllegalArgumentException("An AUTHCODE is derived from at least 16 bytes");
        }
        BigInteger rest = new BigInteger(1, Arrays.copyOf(digest, DIGEST_BYTES));
        StringBuilder body = new StringBuilder(LENGTH);
        for (int i = 0; i < BODY_LENGTH; i++) {
            BigInteger[] parts = rest.divideAndRemainder(SYMBOLS);
            body.append(CheckSymbol.ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return new AuthCode(body.append(CheckSymbol.of(body.toString())).toString());
    }

    /**
     * Reads what a machine sent: exactly the 12 characters.
     *
     * @param text may be {@code null}
     * @return the code, or empty
     */
    public static Optional<AuthCode> parse(String text) {
        return isValid(text) ? Optional.of(new AuthCode(text)) : Optional.empty();
    }

    /**
     * Reads what a person typed: the word AUTHCODE before it, small letters, blanks and hyphens are accepted.
     *
     * @param typed may be {@code null}
     * @return the code, or empty
     */
    public static Optional<AuthCode> fromTyped(String typed) {
        return TypedText.compact(typed).map(text -> TypedText.withoutWord(WORD, LENGTH, text)).flatMap(AuthCode::parse);
    }

    /** @return what clients send in place of the code: SHA-256 of the 12 characters, 64 lower-case hex characters */
    public String sha256Hex() {
        return Sha256.hex(value);
    }

    private static boolean isValid(String text) {
        return text != null && FORM.matcher(text).matches() && CheckSymbol.closes(text);
    }

    @Override
    public String toString() {
        return "AuthCode[masked]";
    }
}
