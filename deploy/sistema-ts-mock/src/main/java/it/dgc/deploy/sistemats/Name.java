package it.dgc.deploy.sistemats;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name as its bearer writes it and as the registry office spells it for a fiscal code.
 *
 * @param written in its own script, with accents
 * @param registered letters A to Z only
 */
record Name(String written, String registered) {

    /** A name whose spelling without accents, spaces and apostrophes is the registered one. */
    static Name plain(String written) {
        String bare = Normalizer.normalize(written, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        return new Name(written, bare.replaceAll("[^A-Z]", ""));
    }
}
