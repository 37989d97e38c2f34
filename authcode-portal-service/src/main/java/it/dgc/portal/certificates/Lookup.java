package it.dgc.portal.certificates;

import it.dgc.common.person.CodiceFiscale;

/** What was found. */
public sealed interface Lookup {

    /**
     * @param uvci of the newest certificate that is valid now
     * @param holder whose it is
     */
    record Found(String uvci, CodiceFiscale holder) implements Lookup {

        @Override
        public String toString() {
            return "Found[masked]";
        }
    }

    /** No certificate that could be given: unknown, deferred, revoked, ended or erased. */
    record NotFound() implements Lookup {}

    /** Nobody can tell. */
    record Unavailable() implements Lookup {}
}
