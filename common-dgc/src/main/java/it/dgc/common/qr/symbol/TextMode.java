package it.dgc.common.qr.symbol;

import java.util.Arrays;

/** The two modes that a text of the 45 characters can take (ISO/IEC 18004, 7.4.3 and 7.4.4). */
enum TextMode {

    /** Three digits in ten bits, a rest in fewer. */
    NUMERIC(0b0001, 10, 10, new int[]{0, 4, 7, 10}),
    /** Two characters in eleven bits, a last one in six. */
    ALPHANUMERIC(0b0010, 45, 9, new int[]{0, 6, 11});

    /** Bits of the mode indicator (7.4.1). */
    private static final int INDICATOR_BITS = 4;
    /** Table 5, by character; -1 where a character has none. */
    private static final byte[] VALUES = values("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:");

    private final int indicator;
    private final int base;
    private final int leastCountBits;
    private final int[] groupBits;
    private final int group;

    TextMode(int indicator, int base, int leastCountBits, int[] groupBits) {
        this.indicator = indicator;
        this.base = base;
        this.leastCountBits = leastCountBits;
        this.groupBits = groupBits;
        this.group = groupBits.length - 1;
    }

    /** The mode that needs least room. */
    static TextMode of(String text) {
        return text.chars().allMatch(character -> character >= '0' && character <= '9') ? NUMERIC : ALPHANUMERIC;
    }

    /** Bits of a text with mode and count in front of it. */
    int bits(int characters, Version version) {
        return INDICATOR_BITS + countBits(version) + characters / group * groupBits[group]
                + groupBits[characters % group];
    }

    void write(String text, Version version, BitWriter out) {
        out.write(indicator, INDICATOR_BITS);
        out.write(text.length(), countBits(version));
        for (int from = 0; from < text.length(); from += group) {
            int to = Math.min(from + group, text.length());
            out.write(number(text, from, to), groupBits[to - from]);
        }
    }

    /** Bits of the character count indicator (table 3). */
    private int countBits(Version version) {
        int largerBy = version.number() < 10 ? 0 : version.number() < 27 ? 2 : 4;
        return leastCountBits + largerBy;
    }

    private int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = number * base + VALUES[text.charAt(at)];
        }
        return number;
    }

    private static byte[] values(String characters) {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int value = 0; value < characters.length(); value++) {
            values[characters.charAt(value)] = (byte) value;
        }
        return values;
    }
}
