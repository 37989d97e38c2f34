package it.dgc.portal.limits;

import java.util.Optional;

/** Whether others may be asked about an attempt. */
public sealed interface Admission {

    /** They may, and the caller then says how it ended: until it does, the attempt counts as failed. */
    record Admitted(Reservation reservation) implements Admission {}

    /** They must not be; the citizen hears what everybody hears who is not verified. */
    record Refused(Bound bound) implements Admission {}

    /** Nobody can tell, because the store is away: they must not be asked, and the citizen is told to come later. */
    record Unavailable() implements Admission {}

    /**
     * What was counted beforehand. It survives this instance: what is never settled stays a failure.
     *
     * @param form of the attempt
     * @param person the failure about the person
     * @param cardAndDate the failure with the card, where there is one
     */
    record Reservation(Form form, Counted person, Optional<Counted> cardAndDate) {}

    /**
     * @param key the counter
     * @param token the entry in it
     */
    record Counted(String key, String token) {}
}
