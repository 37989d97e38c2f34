package it.dgc.common.hcert.base45;

import java.util.Arrays;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

/** Base45: two bytes as three characters, a last single byte as two (RFC 9285, section 4). */
public final class Base45 {

    /** RFC 9285, section 4.2, table 1: a character's index is its value. */
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = ALPHABET.length();
    private static final int SQUARE = BASE * BASE;
    private static final int MAX_PAIR = 0xFFFF;
    private static final int MAX_BYTE = 0xFF;
    /** More than any group of values comes to, and still so after the others are added. */
    private static final int NONE = 1 << 24;
    private static final byte[] DIGITS = ALPHABET.getBytes(US_ASCII);
    /** Two digits each, the lower one in the low byte: what is left of a pair of bytes after its third digit. */
    private static final short[] TWO_DIGITS = twoDigits();
    /** By character; table 1 turned round, for each place of a digit in its group. */
    private static final int[] ONES = values(1);
    private static final int[] FORTY_FIVES = values(BASE);
    private static final int[] SQUARES = values(SQUARE);

    private Base45() {}

    /**
     * Encodes bytes (RFC 9285, section 4).
     *
     * @param bytes any bytes
     * @return the text; empty for no bytes
     */
    public static String encode(byte[] bytes) {
        byte[] text = new byte[encodedLength(bytes.length)];
        encode(bytes, bytes.length, text, 0);
        return new String(text, ISO_8859_1);
    }

    /**
     * @param bytes how many bytes are to be encoded
     * @return how many characters they become
     */
    public static int encodedLength(int bytes) {
        return bytes / 2 * 3 + bytes % 2 * 2;
    }

    /**
     * Encodes bytes into a text under way (RFC 9285, section 4).
     *
     * @param bytes array that begins with the bytes
     * @param length how many of it are meant
     * @param text where the characters go, in ASCII
     * @param from index of the first character
     * @return index after the last character
     */
    public static int encode(byte[] bytes, int length, byte[] text, int from) {
        int to = from;
        for (int at = 0; at + 1 < length; at += 2) {
            int pair = Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
            to = twoDigits(pair % SQUARE, text, to);
            text[to++] = DIGITS[pair / SQUARE];
        }
        return length % 2 == 0 ? to : twoDigits(Byte.toUnsignedInt(bytes[length - 1]), text, to);
    }

    private static int twoDigits(int number, byte[] text, int to) {
        text[to] = (byte) TWO_DIGITS[number];
        text[to + 1] = (byte) (TWO_DIGITS[number] >> 8);
        return to + 2;
    }

    /**
     * Decodes text (RFC 9285, sections 4 and 6).
     *
     * @param text characters of the alphabet; lower-case letters are not among them
     * @return the bytes; empty where a character is foreign, where the length is one more than a multiple of three, and
     *         where a group stands for more than its bytes can hold
     */
    public static Optional<byte[]> decode(String text) {
        int rest = text.length() % 3;
        if (rest == 1) {
            return Optional.empty();
        }
        byte[] bytes = new byte[text.length() / 3 * 2 + rest / 2];
        int whole = text.length() - rest;
        int to = 0;
        for (int at = 0; at < whole; at += 3) {
            int pair = value(ONES, text, at) + value(FORTY_FIVES, text, at + 1) + value(SQUARES, text, at + 2);
            if (pair > MAX_PAIR) {
                return Optional.empty();
            }
            bytes[to++] = (byte) (pair >> 8);
            bytes[to++] = (byte) pair;
        }
        return rest == 0 || decodeLast(text, whole, bytes) ? Optional.of(bytes) : Optional.empty();
    }

    private static boolean decodeLast(String text, int from, byte[] bytes) {
        int single = value(ONES, text, from) + value(FORTY_FIVES, text, from + 1);
        bytes[bytes.length - 1] = (byte) single;
        return single <= MAX_BYTE;
    }

    private static int value(int[] values, String text, int at) {
        char character = text.charAt(at);
        return character < values.length ? values[character] : NONE;
    }

    private static short[] twoDigits() {
        short[] pairs = new short[SQUARE];
        for (int number = 0; number < SQUARE; number++) {
            pairs[number] = (short) (DIGITS[number % BASE] | DIGITS[number / BASE] << 8);
        }
        return pairs;
    }

    private static int[] values(int place) {
        int[] values = new int[128];
        Arrays.fill(values, NONE);
        for (int value = 0; value < BASE; value++) {
            values[DIGITS[value]] = value * place;
        }
        return values;
    }
}
