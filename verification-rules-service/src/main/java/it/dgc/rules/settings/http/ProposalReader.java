package it.dgc.rules.settings.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import it.dgc.rules.settings.Finding;
import it.dgc.rules.settings.FindingCode;
import it.dgc.rules.settings.RuleSet;
import it.dgc.rules.settings.RuleSetReader;
import it.dgc.rules.settings.RuleSetReading;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Translates the wire into rules and an instant; nothing that is doubtful gets through. */
final class ProposalReader {

    /** Further away, before or after, an instant is a slip of the pen. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private ProposalReader() {}

    static ProposalReading read(byte[] body, Instant now) {
        Object json = parse(body);
        if (!(json instanceof Map<?, ?> members) || !members.keySet().equals(Set.of("rules", "effective"))) {
            return refused(FindingCode.NOT_READABLE);
        }
        Optional<Instant> effective = instant(members.get("effective")).filter(at -> isNear(at, now));
        return effective.isEmpty()
                ? refused(FindingCode.BAD_EFFECTIVE)
                : switch (RuleSetReader.read(members.get("rules"))) {
                    case RuleSetReading.Sound(RuleSet rules) ->
                        new ProposalReading.Understood(rules, effective.get());
                    case RuleSetReading.Refused(List<Finding> findings) -> new ProposalReading.Refused(findings);
                };
    }

    private static Object parse(byte[] body) {
        try {
            return STRICT.readValue(body, Object.class);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static Optional<Instant> instant(Object value) {
        try {
            return value instanceof String text ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    private static boolean isNear(Instant at, Instant now) {
        return Duration.between(now, at).abs().compareTo(FURTHEST) <= 0;
    }

    private static ProposalReading refused(FindingCode code) {
        return new ProposalReading.Refused(List.of(Finding.of(code)));
    }
}
