package it.dgc.portal.inquiry;

import it.dgc.portal.limits.address.ClientAddress;

/**
 * How a form came in.
 *
 * @param codiceCaptcha the field as it came; may be {@code null}
 * @param from the address that it is counted for
 */
public record Submission(String codiceCaptcha, ClientAddress from) {

    @Override
    public String toString() {
        return "Submission[masked]";
    }
}
