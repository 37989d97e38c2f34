package it.dgc.generation.issuance;

import java.util.Optional;

/**
 * Where the holder wants to be reached.
 *
 * @param email checked address
 * @param mobile E.164
 */
public record Contact(Optional<String> email, Optional<String> mobile) {

    /** Nowhere. */
    public static final Contact NONE = new Contact(Optional.empty(), Optional.empty());

    @Override
    public String toString() {
        return "Contact[***]";
    }
}
