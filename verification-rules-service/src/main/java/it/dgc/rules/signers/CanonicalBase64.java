package it.dgc.rules.signers;

import java.util.Base64;
import java.util.Optional;

/** Base64 with padding and without line breaks, in the one spelling that encoders produce (RFC 4648, section 3.5). */
final class CanonicalBase64 {

    private CanonicalBase64() {}

    /** @return nothing where {@code text} is {@code null} or spelt in any other way */
    static Optional<byte[]> decode(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Optional.of(bytes).filter(b -> Base64.getEncoder().encodeToString(b).equals(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
