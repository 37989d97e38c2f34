package it.dgc.generation.intake;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import it.dgc.common.messages.ExemptionNotification;
import it.dgc.common.person.CodiceFiscale;
import it.dgc.generation.calendar.IsoText;
import it.dgc.generation.issuance.Doctor;

/** Checks single fields; what is missing or wrong is named, its value never repeated. */
final class Fields {

    /** Bounds within which every date made from an instant can be computed. */
    private static final Instant EARLIEST = Instant.parse("2020-12-26T23:00:00Z");
    private static final Instant LATEST = Instant.parse("2099-12-31T00:00:00Z");

    private static final Set<Doctor.Category> CATEGORIES = EnumSet.allOf(Doctor.Category.class);

    private Fields() {}

    static <T> T required(String field, String text, Function<String, Optional<T>> parse) throws RefusedNotification {
        Optional<T> parsed = text == null ? Optional.empty() : parse.apply(text);
        if (parsed.isEmpty()) {
            throw RefusedNotification.field(field);
        }
        return parsed.get();
    }

    static <T> Optional<T> optional(String field, String text, Function<String, Optional<T>> parse)
            throws RefusedNotification {
        return text == null ? Optional.empty() : Optional.of(required(field, text, parse));
    }

    static Instant instant(String field, String text) throws RefusedNotification {
        return required(field, text, value -> IsoText.instant(value)
                .filter(instant -> instant.isAfter(EARLIEST) && instant.isBefore(LATEST)));
    }

    static <E extends Enum<E>> E constant(String field, Set<E> constants, String text) throws RefusedNotification {
        for (E constant : constants) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw RefusedNotification.field(field);
    }

    static CodiceFiscale person(String field, String text) throws RefusedNotification {
        return required(field, text, value -> CodiceFiscale.parse(value)
                .filter(parsed -> parsed.kind() == CodiceFiscale.Kind.PERSONAL));
    }

    static Doctor doctor(ExemptionNotification.Doctor doctor) throws RefusedNotification {
        return new Doctor(person("doctor.fiscalCode", doctor.fiscalCode()),
                constant("doctor.category", CATEGORIES, doctor.category()));
    }
}
