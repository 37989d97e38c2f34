package it.dgc.generation.deadletters;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records that were refused, by origin: what was refused stays refused, for the same reason. */
interface Refusals {

    /** @return by origin, those that are known */
    Map<String, Refusal> find(Set<String> origins);

    default Optional<Refusal> find(Origin origin) {
        return Optional.ofNullable(find(Set.of(origin.id())).get(origin.id()));
    }

    /** Enters it, unless it is there. */
    void enter(Origin origin, Refusal refusal, Instant at);

    /** The broker has dead letter and audit event. */
    void conclude(Origin origin);

    /** Forgets what was concluded before {@code instant}: its record is no longer in its topic. */
    void forget(Instant instant);
}
