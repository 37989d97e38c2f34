package it.dgc.rules.settings.served;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import it.dgc.rules.settings.versions.Activation;
import it.dgc.rules.settings.versions.ActivationLog;
import it.dgc.rules.settings.versions.History;
import it.dgc.rules.settings.versions.RuleStore;

/**
 * What came of reading the store.
 *
 * @param timetable what is to be served
 * @param trouble what was wrong, if anything
 */
record StoreReading(Timetable timetable, Optional<Trouble> trouble) {

    /** A version that the log wants to be served from an instant on. */
    private record Due(Activation line, Instant from) {}

    static StoreReading failed(Timetable last, Trouble trouble) {
        return new StoreReading(last, Optional.of(trouble));
    }

    static StoreReading of(RuleStore store, ActivationLog log, Timetable last, Instant now) {
        if (!log.isWhole()) {
            return failed(last, Trouble.LOG_DAMAGED);
        }
        if (log.last() < last.lastSequence()) {
            return failed(last, Trouble.STORE_BEHIND);
        }
        List<Due> due = due(new History(log), now);
        List<Served> stored = due.stream().flatMap(one -> load(store, one).stream()).toList();
        int highest = Math.max(last.highestVersion(), store.highestVersion());
        return !due.isEmpty() && stored.size() == due.size()
                ? new StoreReading(new Timetable(stored, log.last(), highest, now), Optional.empty())
                : failed(new Timetable(mended(due, stored, last, now), log.last(), highest, last.readAt()),
                        Trouble.SET_BROKEN);
    }

    /** In force first, then what is to come. */
    private static List<Due> due(History history, Instant now) {
        Stream<Due> active = history.activeAt(now).stream()
                .map(line -> new Due(line, history.activeSince(now).orElse(line.effective())));
        return Stream.concat(active, history.scheduledAfter(now).stream().map(line -> new Due(line, line.effective())))
                .toList();
    }

    private static Optional<Served> load(RuleStore store, Due due) {
        Activation line = due.line();
        return store.version(line.version()).flatMap(version -> version.approvedAs(line.contentHash()))
                .map(rules -> new Served(due.from(), line.version(), line.contentHash(), rules));
    }

    /** What broke after it was read here goes on from memory; where it was broken before, what was in force does. */
    private static List<Served> mended(List<Due> due, List<Served> stored, Timetable last, Instant now) {
        List<Served> entries = new ArrayList<>(stored);
        due.stream().filter(one -> stored.stream().noneMatch(entry -> entry.version() == one.line().version()))
                .flatMap(one -> last.holding(one.line().version(), one.line().contentHash(), one.from()).stream())
                .forEach(entries::add);
        if (entries.stream().allMatch(entry -> entry.from().isAfter(now))) {
            last.at(now).ifPresent(entries::add);
        }
        return entries;
    }
}
