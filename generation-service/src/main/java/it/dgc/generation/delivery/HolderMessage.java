package it.dgc.generation.delivery;

import java.time.LocalDate;

import it.dgc.common.codes.AuthCode;
import it.dgc.generation.issuance.Language;

/**
 * What one holder is told by one channel. Personal.
 *
 * @param key names the message, the same for each repetition, and says nothing about the certificate
 * @param to e-mail address or number
 * @param language of the text
 * @param name masked (channels 2.1)
 * @param news what there is to tell
 */
record HolderMessage(String key, String to, Language language, String name, News news) {

    /** Why the holder is written to. */
    sealed interface News {}

    /**
     * The certificate is there.
     *
     * @param authCode opens it, with the health card
     */
    record Available(AuthCode authCode) implements News {

        @Override
        public String toString() {
            return "Available[***]";
        }
    }

    /**
     * Code or certificate were given on the portal, perhaps to somebody else: this tells neither.
     *
     * @param on day, Europe/Rome
     */
    record Recovered(LocalDate on) implements News {}

    @Override
    public String toString() {
        return "HolderMessage[***]";
    }
}
