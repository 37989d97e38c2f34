package it.dgc.portal.limits.counters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What one counter holds: pure arithmetic, so that the store only has to compare and swap. */
record Tries(List<Try> entries) {

    /**
     * @param token names it
     * @param until when it leaves its longest window
     * @param failed whether that is known; a try that is not settled counts all the same
     */
    record Try(String token, Instant at, Instant until, boolean failed) {}

    static final Tries NONE = new Tries(List.of());

    /** A try leaves a window of an hour after exactly an hour. */
    boolean hasRoom(List<Window> windows, Instant now) {
        return windows.stream().allMatch(window -> after(now.minus(window.within())) < window.most());
    }

    Tries with(String token, List<Window> windows, Instant now) {
        Duration longest = windows.stream().map(Window::within).max(Duration::compareTo).orElseThrow();
        Stream<Try> kept = entries.stream().filter(entry -> entry.until().isAfter(now));
        return new Tries(Stream.concat(kept, Stream.of(new Try(token, now, now.plus(longest), false))).toList());
    }

    Tries without(String token) {
        return new Tries(entries.stream().filter(entry -> !entry.token().equals(token)).toList());
    }

    Tries failed(String token) {
        return new Tries(entries.stream()
                .map(entry -> entry.token().equals(token) ? new Try(token, entry.at(), entry.until(), true) : entry)
                .toList());
    }

    int failedAfter(Instant since) {
        return (int) entries.stream().filter(Try::failed).filter(entry -> entry.at().isAfter(since)).count();
    }

    /** @return when nothing of it counts any more */
    Instant until() {
        return entries.stream().map(Try::until).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private long after(Instant since) {
        return entries.stream().filter(entry -> entry.at().isAfter(since)).count();
    }
}
