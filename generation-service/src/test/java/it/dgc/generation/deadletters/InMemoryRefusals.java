package it.dgc.generation.deadletters;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The refusals in memory. */
final class InMemoryRefusals implements Refusals {

    private final Map<Origin, Refusal> refusals = new HashMap<>();
    private final Map<Origin, Instant> entered = new HashMap<>();

    @Override
    public Optional<Refusal> find(Origin origin) {
        return Optional.ofNullable(refusals.get(origin));
    }

    @Override
    public void enter(Origin origin, Refusal refusal, Instant at) {
        refusals.putIfAbsent(origin, refusal);
        entered.putIfAbsent(origin, at);
    }

    @Override
    public void conclude(Origin origin) {
        refusals.computeIfPresent(origin,
                (place, old) -> new Refusal(old.reason(), old.auditEvent(), old.subject(), true));
    }

    @Override
    public void forget(Instant instant) {
        refusals.entrySet().removeIf(
                refusal -> refusal.getValue().concluded() && entered.get(refusal.getKey()).isBefore(instant));
    }
}
