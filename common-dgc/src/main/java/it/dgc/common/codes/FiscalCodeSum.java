package it.dgc.common.codes;

/**
 * The weighted sum from which the check letter of a codice fiscale is taken (DM 23 December 1976 n. 13813, article 8
 * and its tables); CUEV and AUTHCODE take their check character from the same sum.
 */
public final class FiscalCodeSum {

    /** Value of 0 or A, 1 or B, ... in the first, third, fifth place. */
    private static final int[] ODD_PLACE = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16,
            10, 22, 25, 24, 23};

    private FiscalCodeSum() {}

    /**
     * @param characters only {@code A-Z} and {@code 0-9}
     * @return the sum of the values of all characters, at least 0
     * @throws IllegalArgumentException if there is another character
     */
    public static int of(String characters) {
        return of(characters, characters.length());
    }

    /**
     * @param characters only {@code A-Z} and {@code 0-9} as far as they count
     * @param length how many of them count, from the first on
     * @return the sum of the values of those, at least 0
     * @throws IllegalArgumentException if there is another character among them
     */
    public static int of(String characters, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int ordinal = ordinal(characters.charAt(i));
            sum += i % 2 == 0 ? ODD_PLACE[ordinal] : ordinal;
        }
        return sum;
    }

    private static int ordinal(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        throw new IllegalArgumentException("Only A-Z and 0-9 have a value");
    }
}
