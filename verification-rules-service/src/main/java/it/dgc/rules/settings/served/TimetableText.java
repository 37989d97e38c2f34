package it.dgc.rules.settings.served;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.RuleSetReader;
import it.dgc.rules.settings.RuleSetReading;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A timetable as text: the SHA-256 of what follows, a line break, and one JSON object. */
final class TimetableText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TimetableText() {}

    /** The object; unlike {@link Timetable}, its rules may be anything. */
    private record Copy(int lastSequence, int highestVersion, Instant readAt, List<Entry> entries) {}

    private record Entry(Instant from, int version, String hash, Object rules) {

        Optional<Served> served() {
            return RuleSetReader.read(rules) instanceof RuleSetReading.Sound(RuleSet set) && set.hash().equals(hash)
                    ? Optional.of(new Served(from, version, hash, set))
                    : Optional.empty();
        }
    }

    static String of(Timetable timetable) {
        String json = JSON.writeValueAsString(new Copy(timetable.lastSequence(), timetable.highestVersion(),
                timetable.readAt(), timetable.entries().stream().map(TimetableText::entry).toList()));
        return sum(json) + "\n" + json;
    }

    /** @return nothing where a byte is not as it was written, or a set not fit to be served */
    static Optional<Timetable> read(String text) {
        String[] parts = text.split("\n", 2);
        return parts.length == 2 && sum(parts[1]).equals(parts[0]) ? parse(parts[1]) : Optional.empty();
    }

    private static Optional<Timetable> parse(String json) {
        try {
            Copy copy = JSON.readValue(json, Copy.class);
            List<Served> sound = copy.entries().stream().flatMap(entry -> entry.served().stream()).toList();
            return sound.size() == copy.entries().size()
                    ? Optional.of(new Timetable(sound, copy.lastSequence(), copy.highestVersion(), copy.readAt()))
                    : Optional.empty();
        } catch (JacksonException writtenByAnotherRelease) {
            return Optional.empty();
        }
    }

    private static Entry entry(Served entry) {
        return new Entry(entry.from(), entry.version(), entry.hash(), entry.rules().untyped());
    }

    private static String sum(String json) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
