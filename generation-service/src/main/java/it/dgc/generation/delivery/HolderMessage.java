package it.dgc.generation.delivery;

import it.dgc.common.codes.AuthCode;
import it.dgc.generation.issuance.Language;

/**
 * What one holder is told by one channel. Personal.
 *
 * @param key names the message, the same for each repetition, and says nothing about the certificate
 * @param to e-mail address or number
 * @param language of the text
 * @param name masked (channels 2.1)
 * @param authCode the code
 */
record HolderMessage(String key, String to, Language language, String name, AuthCode authCode) {

    @Override
    public String toString() {
        return "HolderMessage[***]";
    }
}
