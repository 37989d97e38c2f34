package it.dgc.common.qr;

import java.util.Random;

/** Texts to draw: shaped like a certificate's, saying nothing. */
final class Texts {

    private static final String BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /** Characters of the public sample of an exemption. */
    static final int TYPICAL = 507;

    private Texts() {}

    static String ofLength(int characters) {
        StringBuilder text = new StringBuilder("HC1:");
        new Random(characters).ints(characters - 4L, 0, BASE45.length()).mapToObj(BASE45::charAt).forEach(text::append);
        return text.toString();
    }
}
