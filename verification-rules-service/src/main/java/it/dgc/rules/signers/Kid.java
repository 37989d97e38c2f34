package it.dgc.rules.signers;

import java.util.Base64;
import java.util.Optional;

/**
 * The identifier of a key: Base64 of 8 bytes, in the one spelling that encoders produce (hcert-spec 3.3.2).
 *
 * @param value 12 characters
 */
record Kid(String value) {

    /** Bytes: a truncated SHA-256 of the certificate, hcert-spec 3.3.2. */
    static final int BYTES = 8;

    Kid {
        if (!isKid(value)) {
            throw new IllegalArgumentException("a kid is the Base64 of " + BYTES + " bytes");
        }
    }

    static Kid of(byte[] bytes) {
        return new Kid(Base64.getEncoder().encodeToString(bytes));
    }

    static Optional<Kid> read(String text) {
        return Optional.ofNullable(text).filter(Kid::isKid).map(Kid::new);
    }

    private static boolean isKid(String text) {
        return CanonicalBase64.decode(text).filter(bytes -> bytes.length == BYTES).isPresent();
    }
}
