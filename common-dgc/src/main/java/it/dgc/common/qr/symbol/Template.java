package it.dgc.common.qr.symbol;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** All that is the same in the symbols of a version, worked out once: 20 to 150 KiB each, kept for the next symbol. */
final class Template {

    private static final AtomicReferenceArray<Template> MADE = new AtomicReferenceArray<>(Version.LARGEST + 1);

    private final Modules patterns;
    private final char[] places;
    private final Map<Mask, Modules> masks = new EnumMap<>(Mask.class);

    private Template(Version version) {
        FunctionPatterns drawn = FunctionPatterns.of(version);
        this.patterns = drawn.drawn();
        this.places = places(version, drawn);
        for (Mask mask : Mask.values()) {
            masks.put(mask, masked(version.side(), mask));
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
        Modules filled = patterns.copy();
        int at = 0;
        for (byte codeword : codewords) {
            for (int bit = 7; bit >= 0; bit--) {
                int place = places[at++];
                filled.add(place & 0xFF, place >> 8, codeword >> bit & 1);
            }
        }
        return filled;
    }

    /**
     * ISO/IEC 18004, 7.7.3: pairs of columns from the right edge, upwards and downwards in turns, the right column of a
     * pair first; the column of the timing pattern is passed over.
     */
    private static char[] places(Version version, FunctionPatterns patterns) {
        int side = version.side();
        char[] places = new char[side * side];
        int count = 0;
        boolean upwards = true;
        for (int right = side - 1; right > 0; right -= right == 8 ? 3 : 2) {
            for (int step = 0; step < 2 * side; step++) {
                int x = right - step % 2;
                int y = upwards ? side - 1 - step / 2 : step / 2;
                if (!patterns.isTaken(x, y)) {
                    places[count++] = (char) (y << 8 | x);
                }
            }
            upwards = !upwards;
        }
        return Arrays.copyOf(places, count);
    }

    private Modules masked(int side, Mask mask) {
        Modules masked = new Modules(side);
        for (char place : places) {
            int x = place & 0xFF;
            int y = place >>> 8;
            masked.put(x, y, mask.inverts(x, y));
        }
        return masked;
    }
}
