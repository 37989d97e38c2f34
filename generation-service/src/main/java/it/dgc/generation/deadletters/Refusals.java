package it.dgc.generation.deadletters;

import java.time.Instant;
import java.util.Optional;

/** The records that were refused, by origin: what was refused stays refused, for the same reason. */
interface Refusals {

    Optional<Refusal> find(Origin origin);

    /** Enters it, unless it is there. */
    void enter(Origin origin, Refusal refusal, Instant at);

    /** The broker has dead letter and audit event. */
    void conclude(Origin origin);

    /** Forgets what was concluded before {@code instant}: its record is no longer in its topic. */
    void forget(Instant instant);
}
