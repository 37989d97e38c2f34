package it.dgc.generation.deadletters;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The refusals in memory. */
final class InMemoryRefusals implements Refusals {

    private final Map<String, Refusal> refusals = new HashMap<>();
    private final Map<String, Instant> entered = new HashMap<>();

    @Override
    public Map<String, Refusal> find(Set<String> origins) {
        Map<String, Refusal> found = new HashMap<>(refusals);
        found.keySet().retainAll(origins);
        return found;
    }

    @Override
    public void enter(Origin origin, Refusal refusal, Instant at) {
        refusals.putIfAbsent(origin.id(), refusal);
        entered.putIfAbsent(origin.id(), at);
    }

    @Override
    public void conclude(Origin origin) {
        refusals.computeIfPresent(origin.id(),
                (place, old) -> new Refusal(old.reason(), old.auditEvent(), old.subject(), true));
    }

    @Override
    public void forget(Instant instant) {
        refusals.entrySet().removeIf(
                refusal -> refusal.getValue().concluded() && entered.get(refusal.getKey()).isBefore(instant));
    }
}
