package it.dgc.deploy.local.operations;

import java.util.List;
import java.util.Optional;

import it.dgc.generation.deadletters.DeadLetter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What anybody may know of a dead letter.
 *
 * @param id its place, {@code partition/offset}
 * @param at when it was written, ISO 8601, UTC
 * @param reason why the notification was refused
 * @param origin of the notification, {@code topic/partition/offset}
 * @param length of its value, in bytes
 * @param cut whether only the beginning of the value was kept
 * @param replayed whether it was sent again
 */
public record LetterLine(String id, String at, String reason, String origin, Optional<Long> length, boolean cut,
        boolean replayed) {

    private static final JsonMapper JSON = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    static LetterLine of(DeadLetter letter, boolean replayed) {
        return new LetterLine(letter.id(), letter.at().toString(), letter.reason(), letter.origin(), letter.length(),
                letter.isCut(), replayed);
    }

    /** @return fields separated by tabulators */
    public String text() {
        return String.join("\t", id, at, reason, origin, bytes(), cut ? "cut" : "whole",
                replayed ? "replayed" : "waiting");
    }

    /** @return one line of JSON */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** @return the same, a line a field */
    public List<String> paragraph() {
        return List.of("letter  " + id, "when    " + at, "reason  " + reason, "origin  " + origin,
                "length  " + bytes() + " bytes" + (cut ? ", only the beginning was kept" : ""),
                "state   " + (replayed ? "sent again" : "waiting"));
    }

    private String bytes() {
        return length.map(String::valueOf).orElse("?");
    }
}
