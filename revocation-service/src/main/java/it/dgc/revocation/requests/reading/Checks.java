package it.dgc.revocation.requests.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;

import it.dgc.common.person.CodiceFiscale;

/** Checks of single fields; what is missing or wrong is named, its value never repeated. */
final class Checks {

    /** No exemption is older, and dates made from an instant can be computed (the generation service's bounds). */
    private static final Instant EARLIEST = Instant.parse("2020-12-26T23:00:00Z");
    private static final Instant LATEST = Instant.parse("2099-12-31T00:00:00Z");

    private Checks() {}

    static void that(String field, boolean holds) throws RefusedException {
        if (!holds) {
            throw RefusedException.field(field);
        }
    }

    static void oneOf(String field, String text, Set<String> known) throws RefusedException {
        that(field, text != null && known.contains(text));
    }

    static void person(String field, String text) throws RefusedException {
        that(field, CodiceFiscale.parse(text).filter(code -> code.kind() == CodiceFiscale.Kind.PERSONAL).isPresent());
    }

    static Instant instant(String field, String text) throws RefusedException {
        that(field, text != null);
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            that(field, instant.isAfter(EARLIEST) && instant.isBefore(LATEST));
            return instant;
        } catch (DateTimeException notAnInstant) {
            throw RefusedException.field(field);
        }
    }
}
