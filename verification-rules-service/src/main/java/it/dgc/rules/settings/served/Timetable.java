package it.dgc.rules.settings.served;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rules in force and those to come. Which of them it is follows from the clock, at every request: no job has to run
 * for a set to come into force, and every instance changes at the same instant.
 *
 * @param entries by instant
 * @param lastSequence last line of the log that it follows from
 * @param highestVersion the highest version that it knows of
 * @param readAt when the store was read
 */
record Timetable(List<Served> entries, int lastSequence, int highestVersion, Instant readAt) {

    static final Timetable NONE = new Timetable(List.of(), 0, 0, Instant.EPOCH);

    Timetable {
        entries = entries.stream().sorted(Comparator.comparing(Served::from)).toList();
    }

    /** A clock that was set back finds the earliest entry: some rules are better than none. */
    Optional<Served> at(Instant now) {
        return entries.stream().filter(entry -> !entry.from().isAfter(now)).reduce((earlier, later) -> later)
                .or(() -> entries.stream().findFirst());
    }

    /** The rules of a version that was read before, to be served from an instant on. */
    Optional<Served> holding(int version, String hash, Instant from) {
        return entries.stream().filter(entry -> entry.version() == version && entry.hash().equals(hash))
                .map(entry -> new Served(from, version, hash, entry.rules())).findFirst();
    }

    Timetable confirmed(Instant at) {
        return new Timetable(entries, lastSequence, highestVersion, at);
    }

    boolean saysTheSameAs(Timetable other) {
        return confirmed(other.readAt).equals(other);
    }
}
