package it.dgc.common.hcert.cwt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** Seconds since 1970-01-01T00:00:00Z, whole or with a fraction (RFC 8392, section 2). */
final class NumericDate {

    private static final int NANO_DIGITS = 9;

    private NumericDate() {}

    static Optional<Instant> parse(Object value) {
        return switch (value) {
            case Long seconds when isInRange(seconds) -> Optional.of(Instant.ofEpochSecond(seconds));
            case Double seconds when isInRange(seconds) -> Optional.of(instant(BigDecimal.valueOf(seconds)));
            case null, default -> Optional.empty();
        };
    }

    /** Comparisons with NaN are false. */
    private static boolean isInRange(double seconds) {
        return seconds > Instant.MIN.getEpochSecond() && seconds < Instant.MAX.getEpochSecond();
    }

    private static Instant instant(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(NANO_DIGITS).longValue();
        return Instant.ofEpochSecond(whole.longValueExact(), nanos);
    }
}
