package it.dgc.rules.settings.served;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import it.dgc.rules.settings.versions.ActivationLog;
import it.dgc.rules.settings.versions.FirstVersion;
import it.dgc.rules.settings.versions.KnownNumbers;
import it.dgc.rules.settings.versions.RuleStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Holds the last good rules, and those to come; whoever reads them needs no store (P15). */
@Component
public final class PublishedRules implements KnownNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedRules.class);

    private final RuleStore store;
    private final LastGoodFile file;
    private final Clock clock;
    private final ReentrantLock oneRefresh = new ReentrantLock();
    private volatile StoreReading reading;
    private volatile boolean onDisk;

    PublishedRules(RuleStore store, LastGoodFile file, Clock clock) {
        this.store = store;
        this.file = file;
        this.clock = clock;
        Optional<Timetable> copy = file.read();
        this.onDisk = copy.isPresent();
        this.reading = StoreReading.failed(copy.orElse(Timetable.NONE), Trouble.STORE_AWAY);
    }

    /** Reads the store anew. Whatever is wrong there, what is good stays. */
    public void refresh() {
        oneRefresh.lock(); // a slow reader must not put older rules over newer ones
        try {
            take(read());
        } finally {
            oneRefresh.unlock();
        }
    }

    /** @return the rules in force; nothing where none were ever seen */
    public Optional<Served> now() {
        return reading.timetable().at(clock.instant());
    }

    /** @return how long ago the store last said so, where it does not at the moment */
    public Optional<Duration> staleFor() {
        return reading.trouble().map(
                any -> Duration.between(reading.timetable().readAt(), clock.instant()));
    }

    @Override
    public int lastSequence() {
        return reading.timetable().lastSequence();
    }

    @Override
    public int highestVersion() {
        return reading.timetable().highestVersion();
    }

    Optional<Trouble> trouble() {
        return reading.trouble();
    }

    /** @return whether a start without the store would find what is served now */
    boolean isOnDisk() {
        return onDisk;
    }

    private StoreReading read() {
        Timetable last = reading.timetable();
        try {
            ActivationLog log = store.log();
            if (log.isEmpty() && last.lastSequence() == 0) {
                FirstVersion.into(store, clock.instant());
                log = store.log();
            }
            return StoreReading.of(store, log, last, clock.instant());
        } catch (DataAccessException away) {
            return StoreReading.failed(last, Trouble.STORE_AWAY);
        }
    }

    private void take(StoreReading next) {
        StoreReading before = reading;
        reading = next;
        if (!next.trouble().equals(before.trouble())) {
            next.trouble().ifPresentOrElse(trouble -> LOG.warn("rules: the last good ones go on, {}", trouble),
                    () -> LOG.info("rules: as the store has them"));
        }
        boolean isNew = !next.timetable().saysTheSameAs(before.timetable());
        if (next.trouble().isEmpty() && (isNew || !onDisk)) {
            onDisk = file.write(next.timetable());
        }
    }
}
