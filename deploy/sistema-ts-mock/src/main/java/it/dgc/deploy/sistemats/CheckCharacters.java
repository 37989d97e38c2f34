package it.dgc.deploy.sistemats;

/**
 * Check characters of fiscal codes (DM 23 December 1976, n. 13813, annex) and of the codes of Sistema TS, which weigh
 * by the same tables and differ in the alphabet of the answer.
 */
final class CheckCharacters {

    /** The 33 symbols of CUEV and AUTHCODE, in order of value: no G, no O, no 0. */
    static final String CODE_SYMBOLS = "ABCDEFHIJKLMNPQRSTUVWXYZ123456789";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Values of A to Z, and of 0 to 9 as of A to J, in the first, third, fifth place and so on. */
    private static final int[] IN_ODD_PLACES = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14,
            16, 10, 22, 25, 24, 23};

    private CheckCharacters() {}

    /** The letter that completes 15 characters to a fiscal code. */
    static char ofFiscalCode(String body) {
        return LETTERS.charAt(sum(body) % LETTERS.length());
    }

    /** The symbol that completes 9 characters to a CUEV. */
    static char ofCode(String body) {
        return CODE_SYMBOLS.charAt(sum(body) % CODE_SYMBOLS.length());
    }

    private static int sum(String body) {
        int sum = 0;
        for (int at = 0; at < body.length(); at++) {
            int value = Character.getNumericValue(body.charAt(at));
            int rank = value < 10 ? value : value - 10;
            sum += at % 2 == 0 ? IN_ODD_PLACES[rank] : rank;
        }
        return sum;
    }
}
