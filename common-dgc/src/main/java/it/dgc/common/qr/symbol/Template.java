package it.dgc.common.qr.symbol;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** All that is the same in the symbols of a version, worked out once: 20 to 150 KiB each, kept for the next symbol. */
final class Template {

    private static final AtomicReferenceArray<Template> MADE = new AtomicReferenceArray<>(Version.LARGEST + 1);

    private final Grid patterns;
    private final char[] places;
    private final Map<Mask, Modules> masks = new EnumMap<>(Mask.class);

    private Template(Version version) {
        FunctionPatterns drawn = FunctionPatterns.of(version);
        this.patterns = drawn.drawn();
        this.places = places(patterns, drawn);
        for (Mask mask : Mask.values()) {
            masks.put(mask, masked(mask));
        }
    }

    /** Two threads may make the same at once; one is thrown away. */
    static Template of(Version version) {
        Template made = MADE.get(version.number());
        if (made == null) {
            made = new Template(version);
            MADE.set(version.number(), made);
        }
        return made;
    }

    /** The modules that the mask inverts; function patterns are not masked (7.8.1). */
    Modules mask(Mask mask) {
        return masks.get(mask);
    }

    /** Function patterns and code words, not yet masked. */
    Modules filledWith(byte[] codewords) {
        Grid filled = patterns.copy();
        int at = 0;
        for (byte codeword : codewords) {
            for (int bit = 7; bit >= 0; bit--) {
                filled.addAt(places[at++], codeword >> bit & 1);
            }
        }
        return new Modules(filled);
    }

    /**
     * ISO/IEC 18004, 7.7.3: pairs of columns from the right edge, upwards and downwards in turns, the right column of a
     * pair first; the column of the timing pattern is passed over.
     */
    private static char[] places(Grid modules, FunctionPatterns patterns) {
        int side = modules.side();
        char[] places = new char[side * side];
        int count = 0;
        boolean upwards = true;
        for (int right = side - 1; right > 0; right -= right == 8 ? 3 : 2) {
            for (int step = 0; step < 2 * side; step++) {
                int x = right - step % 2;
                int y = upwards ? side - 1 - step / 2 : step / 2;
                if (!patterns.isTaken(x, y)) {
                    places[count++] = modules.place(x, y);
                }
            }
            upwards = !upwards;
        }
        return Arrays.copyOf(places, count);
    }

    private Modules masked(Mask mask) {
        Grid masked = new Grid(patterns.side());
        for (char place : places) {
            masked.addAt(place, mask.inverts(patterns.columnOf(place), patterns.rowOf(place)) ? 1 : 0);
        }
        return new Modules(masked);
    }
}
