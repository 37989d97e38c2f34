package it.dgc.generation.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import it.dgc.common.hcert.HcertClaims;
import it.dgc.generation.calendar.IsoText;

/** The payload as the checker reads it; exists only where the structure is exactly the one that is issued. */
final class PayloadView {

    private static final List<String> ROOT_TEXTS = List.of("ver", "dob");
    /** The texts, the names and the entries. */
    private static final int ROOT_SIZE = 4;
    private static final List<String> NAMES = List.of("fnt", "fn", "gnt", "gn");
    private static final List<String> ENTRY = List.of("fc", "co", "ci", "cu", "is", "tg", "df", "ds");
    private static final String OPTIONAL_END = "du";

    private final HcertClaims claims;
    private final Map<?, ?> names;
    private final Map<?, ?> entry;
    private final Optional<LocalDate> birth;
    private final Optional<LocalDate> from;
    private final Optional<LocalDate> until;

    private PayloadView(HcertClaims claims, Map<?, ?> names, Map<?, ?> entry) {
        this.claims = claims;
        this.names = names;
        this.entry = entry;
        this.birth = IsoText.day((String) claims.dcc().get("dob"));
        this.from = IsoText.day(text("df"));
        this.until = hasEnd() ? IsoText.day(text(OPTIONAL_END)) : Optional.empty();
    }

    static Optional<PayloadView> of(HcertClaims claims) {
        Map<String, Object> dcc = claims.dcc();
        return dcc.size() == ROOT_SIZE && areTexts(ROOT_TEXTS, dcc)
                && dcc.get("nam") instanceof Map<?, ?> names && names.size() == NAMES.size() && areTexts(NAMES, names)
                && dcc.get("e") instanceof List<?> entries && entries.size() == 1
                && entries.getFirst() instanceof Map<?, ?> entry && isEntry(entry)
                        ? Optional.of(new PayloadView(claims, names, entry))
                        : Optional.empty();
    }

    private static boolean isEntry(Map<?, ?> entry) {
        boolean ends = entry.containsKey(OPTIONAL_END);
        return entry.size() == ENTRY.size() + (ends ? 1 : 0) && areTexts(ENTRY, entry)
                && (!ends || entry.get(OPTIONAL_END) instanceof String);
    }

    private static boolean areTexts(List<String> keys, Map<?, ?> map) {
        for (String key : keys) {
            if (!(map.get(key) instanceof String)) {
                return false;
            }
        }
        return true;
    }

    Instant issuedAt() {
        return claims.issuedAt();
    }

    String version() {
        return (String) claims.dcc().get("ver");
    }

    String name(String key) {
        return (String) names.get(key);
    }

    String text(String key) {
        return (String) entry.get(key);
    }

    boolean hasEnd() {
        return entry.containsKey(OPTIONAL_END);
    }

    /** @return {@code dob} as a full date; empty where it is anything else */
    Optional<LocalDate> birth() {
        return birth;
    }

    /** @return {@code df} as a full date; empty where it is anything else */
    Optional<LocalDate> from() {
        return from;
    }

    /** @return {@code du} as a full date; empty where it is absent or anything else */
    Optional<LocalDate> until() {
        return until;
    }
}
