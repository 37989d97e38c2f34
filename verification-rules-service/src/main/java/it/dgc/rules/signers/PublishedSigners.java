package it.dgc.rules.signers;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Holds the last list that was read from the store; whoever reads it needs neither store nor broker. */
@Component
final class PublishedSigners {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedSigners.class);

    private final SignerStore store;
    private final Clock clock;
    private final ReentrantLock oneRefresh = new ReentrantLock();
    private volatile List<StoredSigner> active = List.of();
    private volatile boolean read;

    PublishedSigners(SignerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Reads the list anew. A failure of the store is thrown and leaves the last list in place; so does a store that knows no
     * signer at all, not even a withdrawn one, after it knew some: it has lost them (P15).
     */
    void refresh() {
        oneRefresh.lock(); // a slow reader must not put an older list over a newer one
        try {
            List<StoredSigner> stored = store.all();
            if (stored.isEmpty() && !active.isEmpty()) {
                LOG.error("the store knows no signer any more; {} go on being served", active.size());
                return;
            }
            active = stored.stream().filter(StoredSigner::isActive)
                    .sorted(Comparator.comparingInt(StoredSigner::token)).toList();
            read = true;
        } finally {
            oneRefresh.unlock();
        }
    }

    /** @return the list without the certificates that have expired by now */
    ServedSigners now() {
        Instant now = clock.instant();
        return new ServedSigners(active.stream().filter(s -> !s.certificate().isExpiredAt(now)).toList());
    }

    /** @return whether the store was read at least once */
    boolean isRead() {
        return read;
    }

    /** @return number of active signers that are withheld because their certificate has expired */
    int expired() {
        Instant now = clock.instant();
        return (int) active.stream().filter(s -> s.certificate().isExpiredAt(now)).count();
    }
}
