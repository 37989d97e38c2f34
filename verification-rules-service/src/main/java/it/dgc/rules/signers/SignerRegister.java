package it.dgc.rules.signers;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

/** Applies changes to the stored signers; the same change at the same or an earlier position changes nothing. */
@Component
final class SignerRegister {

    /** What a change did to the list that verifiers see. */
    enum Effect {
        CHANGED, UNCHANGED
    }

    private final SignerStore store;
    private final Clock clock;

    SignerRegister(SignerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return whether the store knows no signer at all, withdrawn ones included: it is new, or was lost */
    boolean isEmpty() {
        return store.all().isEmpty();
    }

    Effect apply(SignerChange change, Position at) {
        return switch (change) {
            case SignerChange.Activate wanted -> activate(wanted, at);
            case SignerChange.Withdraw(String gone) -> withdraw(s -> s.id().equals(gone), at);
            case SignerChange.WithdrawAll(Kid gone) -> withdraw(s -> s.kid().equals(gone), at);
        };
    }

    private Effect activate(SignerChange.Activate wanted, Position at) {
        Optional<StoredSigner> known = store.all().stream().filter(s -> s.id().equals(wanted.certificate().id()))
                .findFirst();
        if (known.isEmpty()) {
            return add(new StoredSigner(wanted.certificate(), wanted.usages(), Trust.ACTIVE, nextToken(at), at));
        }
        StoredSigner seen = known.get();
        if (seen.applied().covers(at)) {
            return Effect.UNCHANGED;
        }
        if (seen.isActive()) {
            replace(seen, seen.confirmed(wanted.usages(), at));
            return Effect.UNCHANGED;
        }
        return replace(seen, seen.reactivated(wanted.usages(), nextToken(at), at));
    }

    private int nextToken(Position at) {
        return store.nextToken(TokenFloor.of(at, clock.instant()));
    }

    private Effect withdraw(Predicate<StoredSigner> concerned, Position at) {
        List<StoredSigner> going = store.all().stream().filter(concerned).filter(StoredSigner::isActive)
                .filter(seen -> !seen.applied().covers(at)).toList();
        going.forEach(seen -> replace(seen, seen.withdrawn(at)));
        return going.isEmpty() ? Effect.UNCHANGED : Effect.CHANGED;
    }

    private Effect add(StoredSigner first) {
        return changedIf(store.add(first));
    }

    private Effect replace(StoredSigner seen, StoredSigner next) {
        return changedIf(store.replace(seen, next));
    }

    /** Two writers meet only while Kafka moves the partition; the message comes again and finds the new state. */
    private static Effect changedIf(boolean done) {
        if (!done) {
            throw new IllegalStateException("another instance changed this signer at the same time");
        }
        return Effect.CHANGED;
    }
}
