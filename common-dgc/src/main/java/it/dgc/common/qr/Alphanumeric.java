package it.dgc.common.qr;

/** The characters of the alphanumeric mode (ISO/IEC 18004, table 5), the same 45 that Base45 writes (RFC 9285). */
final class Alphanumeric {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private static final boolean[] IS_CHARACTER = table();

    private Alphanumeric() {}

    /** The text itself; its refusal names a position and never the text, which holds a person's data. */
    static String checked(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a QR symbol needs at least one character");
        }
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character >= IS_CHARACTER.length || !IS_CHARACTER[character]) {
                throw refusal(at);
            }
        }
        return text;
    }

    private static boolean[] table() {
        boolean[] table = new boolean[128];
        CHARACTERS.chars().forEach(character -> table[character] = true);
        return table;
    }

    private static IllegalArgumentException refusal(int at) {
        return new IllegalArgumentException("character " + (at + 1)
                + " is outside the alphanumeric set of a QR symbol: 0-9 A-Z space $ % * + - . / :");
    }
}
