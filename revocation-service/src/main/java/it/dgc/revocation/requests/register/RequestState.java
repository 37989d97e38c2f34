package it.dgc.revocation.requests.register;

import java.util.Arrays;
import java.util.List;

/** Where a request stands, weakest first: what was decided outdoes what is pending, whatever is heard first. */
public enum RequestState {
    /** It is noted, but was not handed on: it has to be sent again. */
    RECEIVED,
    /** It was handed on, and will be decided. */
    ACCEPTED,
    /** It was not followed: there is no such certificate. */
    UNKNOWN,
    /** It was not followed: CUEV and identifier are of two certificates. */
    MISMATCH,
    /** It was not followed: the certificate is not in a state for it, or the doctor is suspended. */
    REFUSED,
    /** It was not followed: something newer was communicated of the same test. */
    OUTDATED,
    /** It was followed, or there was nothing left to do. */
    DONE;

    /**
     * @return the states that this one takes the place of. A refusal gives way to {@code DONE}, because a request that
     *         was handed over twice may find at the second time what was unknown at the first; not to another refusal
     */
    public List<RequestState> outdone() {
        int end = this == DONE ? ordinal() : Math.min(ordinal(), UNKNOWN.ordinal());
        return Arrays.asList(values()).subList(0, end);
    }
}
