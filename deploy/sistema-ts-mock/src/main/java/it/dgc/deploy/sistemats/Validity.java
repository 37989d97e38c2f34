package it.dgc.deploy.sistemats;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which an exemption holds, both ends inclusive, days in Europe/Rome.
 *
 * <p>The order of the days is not checked: a double may be told to send what a doctor should not.
 *
 * @param from the first day
 * @param until the last day; empty where there is no end
 */
public record Validity(LocalDate from, Optional<LocalDate> until) {

    /**
     * @param from the first day
     * @return a validity without end
     */
    public static Validity openFrom(LocalDate from) {
        return new Validity(from, Optional.empty());
    }

    /**
     * @param from the first day
     * @param until the last day
     * @return a validity with an end
     */
    public static Validity between(LocalDate from, LocalDate until) {
        return new Validity(from, Optional.of(until));
    }
}
