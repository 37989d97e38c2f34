package it.dgc.revocation.requests.reading;

import java.util.Optional;

import it.dgc.common.messages.RevocationRequest;

/** What came of reading a body. */
public sealed interface RequestReading {

    /** @param request every field checked; its id is still missing */
    record Read(RevocationRequest request) implements RequestReading {

        @Override
        public String toString() {
            return "Read[masked]";
        }
    }

    /** @param field the first one that is missing or wrong; nothing where the body has another shape altogether */
    record Refused(Optional<String> field) implements RequestReading {}
}
