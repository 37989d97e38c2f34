package it.dgc.generation.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.uvci.Uvci;
import it.dgc.generation.registry.Channel;
import it.dgc.generation.registry.Deliveries;
import it.dgc.generation.registry.DueDelivery;

/** The messages in memory, oldest first; safe for several threads. */
public final class InMemoryDeliveries implements Deliveries {

    private final Map<Key, Standing> waiting = new LinkedHashMap<>();
    private final Map<Key, String> undeliverable = new LinkedHashMap<>();
    private final Clock clock;

    public InMemoryDeliveries(Clock clock) {
        this.clock = clock;
    }

    public synchronized void enter(Uvci uvci, String record, Channel channel) {
        waiting.put(new Key(uvci, channel), new Standing(record, 0, Instant.MIN));
    }

    @Override
    public synchronized Optional<DueDelivery> lease(Duration time) {
        Optional<Key> due = waiting.entrySet().stream()
                .filter(entry -> !entry.getValue().notBefore().isAfter(clock.instant())).map(Map.Entry::getKey)
                .findFirst();
        due.ifPresent(key -> waiting.computeIfPresent(key,
                (any, standing) -> standing.until(clock.instant().plus(time))));
        return due.map(key -> new DueDelivery(key.uvci(), key.channel(), waiting.get(key).attempt(),
                waiting.get(key).record()));
    }

    @Override
    public synchronized void delivered(DueDelivery delivery) {
        waiting.remove(Key.of(delivery));
    }

    @Override
    public synchronized void undeliverable(DueDelivery delivery, String reason) {
        if (waiting.remove(Key.of(delivery)) != null) {
            undeliverable.put(Key.of(delivery), reason);
        }
    }

    @Override
    public synchronized void postpone(DueDelivery delivery, Instant at) {
        waiting.computeIfPresent(Key.of(delivery),
                (any, standing) -> new Standing(standing.record(), delivery.attempt() + 1, at));
    }

    /** @return how many are neither delivered nor given up */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** @return how many of those that wait were neither leased nor postponed yet */
    public synchronized long untried() {
        return waiting.values().stream().filter(standing -> standing.notBefore().equals(Instant.MIN)).count();
    }

    /** @return why a message was given up; empty where it was not */
    public synchronized Optional<String> givenUp(Uvci uvci, Channel channel) {
        return Optional.ofNullable(undeliverable.get(new Key(uvci, channel)));
    }

    private record Key(Uvci uvci, Channel channel) {

        static Key of(DueDelivery delivery) {
            return new Key(delivery.uvci(), delivery.channel());
        }
    }

    private record Standing(String record, int attempt, Instant notBefore) {

        Standing until(Instant leased) {
            return new Standing(record, attempt, leased);
        }
    }
}
