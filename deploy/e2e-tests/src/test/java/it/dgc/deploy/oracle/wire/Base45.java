package it.dgc.deploy.oracle.wire;

import java.io.ByteArrayOutputStream;

/** Base45 (RFC 9285, section 4): three characters are two bytes, two characters are one. */
final class Base45 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Base45() {}

    static byte[] decode(String text) throws BrokenCertificate {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); at += 3) {
            int length = Math.min(3, text.length() - at);
            int value = value(text.substring(at, at + length));
            if (length == 1 || value > (length == 3 ? 0xFFFF : 0xFF)) {
                throw new BrokenCertificate("no Base45");
            }
            if (length == 3) {
                bytes.write(value >> 8);
            }
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    /** The first character weighs least. */
    private static int value(String group) throws BrokenCertificate {
        int value = 0;
        for (int at = group.length() - 1; at >= 0; at--) {
            int digit = ALPHABET.indexOf(group.charAt(at));
            if (digit < 0) {
                throw new BrokenCertificate("no Base45");
            }
            value = value * ALPHABET.length() + digit;
        }
        return value;
    }
}
