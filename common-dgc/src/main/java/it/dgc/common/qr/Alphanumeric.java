package it.dgc.common.qr;

import java.util.stream.IntStream;

/** The characters of the alphanumeric mode (ISO/IEC 18004, table 5), the same 45 that Base45 writes (RFC 9285). */
final class Alphanumeric {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Alphanumeric() {}

    /** The text itself; its refusal names a position and never the text, which holds a person's data. */
    static String checked(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a QR symbol needs at least one character");
        }
        IntStream.range(0, text.length()).filter(at -> CHARACTERS.indexOf(text.charAt(at)) < 0).findFirst()
                .ifPresent(Alphanumeric::refuse);
        return text;
    }

    private static void refuse(int at) {
        throw new IllegalArgumentException("character " + (at + 1)
                + " is outside the alphanumeric set of a QR symbol: 0-9 A-Z space $ % * + - . / :");
    }
}
