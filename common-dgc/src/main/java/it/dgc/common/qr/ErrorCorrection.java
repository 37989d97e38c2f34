package it.dgc.common.qr;

import java.util.Arrays;
import java.util.Optional;

import it.dgc.common.qr.symbol.Level;

/**
 * How much of a symbol may be lost before it is unreadable (ISO/IEC 18004, 7.5.1), in the order in which this platform
 * falls from one to the next: hcert-spec 4.3 recommends Q, and a denser symbol that fits is better than none.
 */
public enum ErrorCorrection {

    /** About 25 % of the code words can be restored. */
    Q(Level.Q, 2420),
    /** About 15 % of the code words can be restored. */
    M(Level.M, 3391),
    /** About 7 % of the code words can be restored. */
    L(Level.L, 4296);

    private final Level level;
    private final int capacity;

    ErrorCorrection(Level level, int capacity) {
        this.level = level;
        this.capacity = capacity;
    }

    /** @return characters that version 40, the largest symbol, holds in alphanumeric mode (ISO/IEC 18004, table 7) */
    public int capacity() {
        return capacity;
    }

    Level level() {
        return level;
    }

    /** The first level from this one on which holds so many characters. */
    Optional<ErrorCorrection> fallingTo(int characters) {
        return Arrays.stream(values()).skip(ordinal()).filter(level -> characters <= level.capacity).findFirst();
    }
}
