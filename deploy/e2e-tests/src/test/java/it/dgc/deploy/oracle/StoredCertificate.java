package it.dgc.deploy.oracle;

import java.util.Optional;

/**
 * A certificate as the store has it, opened.
 *
 * @param uvci its identifier
 * @param state where it stands
 * @param cuev the exemption that it is about
 * @param qrText the text, where there is one
 * @param refusal why it was refused, where it was
 * @param pendingEvents events that have not left it
 */
public record StoredCertificate(String uvci, String state, String cuev, Optional<String> qrText,
        Optional<String> refusal, int pendingEvents) {

    static final String ISSUED = "ISSUED";
    static final String DEFERRED = "DEFERRED";
    static final String REFUSED = "REFUSED";
}
