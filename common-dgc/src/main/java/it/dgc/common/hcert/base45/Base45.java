package it.dgc.common.hcert.base45;

import java.util.Arrays;
import java.util.Optional;

/** Base45: two bytes as three characters, a last single byte as two (RFC 9285, section 4). */
public final class Base45 {

    /** RFC 9285, section 4.2, table 1: a character's index is its value. */
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = ALPHABET.length();
    private static final int MAX_PAIR = 0xFFFF;
    private static final int MAX_BYTE = 0xFF;
    private static final byte NONE = -1;
    private static final byte[] VALUES = values();

    private Base45() {}

    /**
     * Encodes bytes (RFC 9285, section 4).
     *
     * @param bytes any bytes
     * @return the text; empty for no bytes
     */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length + 1) / 2 * 3);
        for (int at = 0; at + 1 < bytes.length; at += 2) {
            appendDigits(text, Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]), 3);
        }
        if (bytes.length % 2 == 1) {
            appendDigits(text, Byte.toUnsignedInt(bytes[bytes.length - 1]), 2);
        }
        return text.toString();
    }

    /**
     * Decodes text (RFC 9285, sections 4 and 6).
     *
     * @param text characters of the alphabet; lower-case letters are not among them
     * @return the bytes; empty where a character is foreign, where the length is one more than a multiple of three, and
     *         where a group stands for more than its bytes can hold
     */
    public static Optional<byte[]> decode(String text) {
        if (text.length() % 3 == 1 || !text.chars().allMatch(c -> value(c) != NONE)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[text.length() / 3 * 2 + text.length() % 3 / 2];
        for (int group = 0; 3 * group < text.length(); group++) {
            if (!decodeGroup(text, 3 * group, bytes, 2 * group)) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes);
    }

    private static boolean decodeGroup(String text, int from, byte[] bytes, int to) {
        boolean whole = from + 2 < text.length();
        int number = value(text.charAt(from)) + BASE * value(text.charAt(from + 1));
        if (whole) {
            number += BASE * BASE * value(text.charAt(from + 2));
            bytes[to] = (byte) (number >> 8);
            bytes[to + 1] = (byte) number;
            return number <= MAX_PAIR;
        }
        bytes[to] = (byte) number;
        return number <= MAX_BYTE;
    }

    private static void appendDigits(StringBuilder text, int number, int digits) {
        int rest = number;
        for (int digit = 0; digit < digits; digit++) {
            text.append(ALPHABET.charAt(rest % BASE));
            rest /= BASE;
        }
    }

    private static int value(int character) {
        return character < VALUES.length ? VALUES[character] : NONE;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, NONE);
        for (int value = 0; value < BASE; value++) {
            values[ALPHABET.charAt(value)] = (byte) value;
        }
        return values;
    }
}
