package it.dgc.common.codes;

import java.util.Optional;

/**
 * "Codice univoco esenzione vaccinale": the code that Sistema TS gives to an exemption (Allegato B, "CUEV").
 *
 * <p>Its last character is checked. The nine before it may be any of {@code A-Z 0-9}: Sistema TS assigns them, no public
 * text limits them to the 33 symbols of the check character, and the sum is defined for all 36. Refusing a G, O or 0 here
 * would lose an exemption that its doctor did certify.
 *
 * @param value the bare 10 characters, without {@code CUEV-}
 */
public record Cuev(String value) {

    /** What stands before the code inside the certificate and in the text that clients hash. */
    private static final String PREFIX = "CUEV-";
    private static final String WORD = "CUEV";
    private static final int LENGTH = 10;

    /**
     * @throws IllegalArgumentException if the form or the check character is wrong; the message does not quote the value
     */
    public Cuev {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A CUEV is 10 of A-Z 0-9, the last one the right check character");
        }
    }

    /**
     * Reads what a machine sent: exactly the bare 10 characters.
     *
     * @param text may be {@code null}
     * @return the code, or empty
     */
    public static Optional<Cuev> parse(String text) {
        return isValid(text) ? Optional.of(new Cuev(text)) : Optional.empty();
    }

    /**
     * Reads what a person typed: the prefix may be there, small letters, blanks and hyphens are accepted.
     *
     * @param typed may be {@code null}
     * @return the code, or empty
     */
    public static Optional<Cuev> fromTyped(String typed) {
        return TypedText.compact(typed).map(text -> TypedText.withoutWord(WORD, LENGTH, text)).flatMap(Cuev::parse);
    }

    /**
     * Closes a body with its check character, for whoever assigns codes.
     *
     * @param body 9 of {@code A-Z 0-9}
     * @return the code
     * @throws IllegalArgumentException if the body is anything else
     */
    public static Cuev ofBody(String body) {
        return new Cuev(body + CheckSymbol.of(body));
    }

    /** @return {@code CUEV-} and the code, as in the field {@code cu} of the certificate */
    public String prefixed() {
        return PREFIX + value;
    }

    /** @return what clients send in place of the code: SHA-256 of {@link #prefixed()}, 64 lower-case hex characters */
    public String sha256Hex() {
        return Sha256.hex(prefixed());
    }

    private static boolean isValid(String text) {
        return text != null && text.length() == LENGTH && isOfLettersAndDigits(text) && CheckSymbol.closes(text);
    }

    private static boolean isOfLettersAndDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Cuev[masked]";
    }
}
