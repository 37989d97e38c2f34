package it.dgc.deploy.local.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import it.dgc.deploy.local.console.ExplainedException;
import it.dgc.deploy.local.delivery.Backends;
import it.dgc.deploy.local.delivery.Delivery;
import it.dgc.deploy.local.delivery.Outgoing;
import it.dgc.deploy.local.delivery.SistemaTs;
import it.dgc.deploy.sistemats.NotificationProducer;
import it.dgc.generation.audit.ReplayedLetters;
import it.dgc.generation.deadletters.DeadLetter;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends dead letters again to where they came from, under the CUEV in them, and tells what became of each. */
public final class Replay {

    private static final Duration UNTIL_TOLD = Duration.ofSeconds(15);

    private final Backends backends;
    private final Map<String, CompletableFuture<RecordMetadata>> places = new HashMap<>();

    private Replay(Backends backends) {
        this.backends = backends;
    }

    /**
     * @param backends where the platform is
     * @param letters what to send again
     * @param mended the value to be sent instead of the one in the letter
     * @param timeout how long to wait for the generation service
     * @return what became of each, in the same order
     * @throws ExplainedException if the auditor or the broker does not take one, or the service is not done in time
     */
    public static List<Replayed> of(Backends backends, List<DeadLetter> letters,
            Optional<byte[]> mended, Duration timeout) {
        LetterOpener opener = LetterOpener.with(backends.secrets());
        return new Replay(backends).send(letters.stream().map(letter -> Copy.of(letter, mended, opener)).toList(),
                mended.isPresent(), timeout);
    }

    private List<Replayed> send(List<Copy> copies, boolean mended, Duration timeout) {
        List<Copy.Ready> ready = copies.stream().filter(Copy.Ready.class::isInstance).map(Copy.Ready.class::cast)
                .toList();
        Iterator<Delivery> deliveries = ready.isEmpty()
                ? List.<Delivery>of().iterator()
                : deliver(ready, mended, timeout).iterator();
        List<Replayed> replayed = new ArrayList<>();
        copies.forEach(copy -> replayed.add(switch (copy) {
            case Copy.Ready sent -> new Replayed.Sent(sent.letter().id(), deliveries.next(), place(sent));
            case Copy.Held held -> new Replayed.Held(held.letter().id(), held.obstacle());
        }));
        return replayed;
    }

    private List<Delivery> deliver(List<Copy.Ready> ready, boolean mended, Duration timeout) {
        try (OperatorLog log = OperatorLog.open(backends.kafka())) {
            ready.forEach(copy -> log.replays(copy.letter(), mended));
        }
        List<Delivery> deliveries = SistemaTs.sendAndWait(backends, ready.stream().map(this::outgoing).toList(),
                timeout);
        awaitTold(ready.stream().map(copy -> copy.letter().origin()).toList());
        return deliveries;
    }

    /** Whoever asks next what waits shall not be told of these; if the auditor's topic lags far behind, it is. */
    private void awaitTold(List<String> origins) {
        GenerationStore.ask(backends.store(), database -> Waiting.until(told -> told.containsAll(origins),
                () -> ReplayedLetters.originsIn(database), UNTIL_TOLD));
    }

    private Outgoing outgoing(Copy.Ready copy) {
        return new Outgoing(Optional.of(copy.cuev()), producer -> send(producer, copy));
    }

    private CompletableFuture<RecordMetadata> send(NotificationProducer producer, Copy.Ready copy) {
        CompletableFuture<RecordMetadata> sent = producer.sendRaw(copy.letter().originTopic(), copy.cuev().value(),
                copy.value());
        places.put(copy.letter().id(), sent);
        return sent;
    }

    private String place(Copy.Ready copy) {
        RecordMetadata place = places.get(copy.letter().id()).join();
        return place.topic() + '/' + place.partition() + '/' + place.offset();
    }
}
