package it.dgc.common.hcert.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes CBOR (RFC 8949, section 3) straight into a buffer: definite lengths, shortest integers, floats as doubles, the
 * same bytes as {@link Cbor#write(Object)}. A writer that is {@link #clear() cleared} keeps its buffer.
 */
public final class CborWriter {

    /** Major types, RFC 8949, section 3.1. */
    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;

    /** Initial bytes, RFC 8949, section 3.3, table 3. */
    private static final byte FALSE = (byte) 0xF4;
    private static final byte TRUE = (byte) 0xF5;
    private static final byte NULL = (byte) 0xF6;
    private static final byte DOUBLE = (byte) 0xFB;

    /** RFC 8949, section 3: smaller arguments stand in the initial byte, others behind it. */
    private static final int FIRST_BEHIND = 24;
    private static final int MAX_HEAD = 1 + Long.BYTES;

    private byte[] buffer;
    private int length;

    /** @param capacity bytes that are expected; more are taken */
    public CborWriter(int capacity) {
        buffer = new byte[capacity];
    }

    /** @return how many bytes have been written */
    public int length() {
        return length;
    }

    /** @return the buffer itself, whose first {@link #length()} bytes have been written; good until the next write */
    public byte[] buffer() {
        return buffer;
    }

    /** @return a copy of what has been written */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    /** Starts again at the beginning of the buffer. */
    public void clear() {
        length = 0;
    }

    /** @param number tag of the item that is written next (RFC 8949, section 3.4) */
    public void tag(long number) {
        head(TAG, number);
    }

    /** @param size how many items follow as members of the array */
    public void array(int size) {
        head(ARRAY, size);
    }

    /** @param size how many pairs of key and value follow as members of the map */
    public void map(int size) {
        head(MAP, size);
    }

    /** @param number any integer */
    public void integer(long number) {
        if (number < 0) {
            head(NEGATIVE, ~number);
        } else {
            head(UNSIGNED, number);
        }
    }

    /** @param bytes a byte string */
    public void bytes(byte[] bytes) {
        bytes(bytes, 0, bytes.length);
    }

    /**
     * @param bytes array that holds a byte string
     * @param from its first byte
     * @param count how many bytes it has
     */
    public void bytes(byte[] bytes, int from, int count) {
        head(BYTES, count);
        encoded(bytes, from, count);
    }

    /**
     * Writes items that are encoded already.
     *
     * @param items array that holds them
     * @param from their first byte
     * @param count how many bytes they have
     */
    public void encoded(byte[] items, int from, int count) {
        ensure(count);
        System.arraycopy(items, from, buffer, length, count);
        length += count;
    }

    /** @param text written as UTF-8; half a surrogate pair becomes a question mark */
    public void text(String text) {
        int characters = text.length();
        int start = length;
        head(TEXT, characters);
        ensure(characters);
        for (int at = 0; at < characters; at++) {
            char character = text.charAt(at);
            if (character >= 0x80) {
                length = start;
                unicode(text);
                return;
            }
            buffer[length + at] = (byte) character;
        }
        length += characters;
    }

    /** The length that stands in front is known only after the conversion. */
    private void unicode(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        head(TEXT, utf8.length);
        encoded(utf8, 0, utf8.length);
    }

    /**
     * Writes a tree of plain values, see the package; {@code Integer} is written as {@code Long} is.
     *
     * @param tree any depth; keys of maps are text
     * @throws IllegalArgumentException where the tree holds a value, or a key, of another type
     */
    public void tree(Object tree) {
        TreeStream.write(this, tree);
    }

    void floating(double number) {
        simple(DOUBLE);
        argument(Double.doubleToRawLongBits(number), Long.BYTES);
    }

    void nothing() {
        simple(NULL);
    }

    void truth(boolean value) {
        simple(value ? TRUE : FALSE);
    }

    private void simple(byte initial) {
        ensure(1);
        buffer[length++] = initial;
    }

    /** Head of an item (RFC 8949, section 3): major type and argument, in as few bytes as will do. */
    private void head(int major, long argument) {
        ensure(MAX_HEAD);
        int size = size(argument);
        int information = size == 0 ? (int) argument : FIRST_BEHIND + Integer.numberOfTrailingZeros(size);
        buffer[length++] = (byte) (major << 5 | information);
        argument(argument, size);
    }

    /** Bytes behind the initial one; a negative number stands for one of 64 bits without sign. */
    private static int size(long argument) {
        if (argument >>> 8 == 0) {
            return argument < FIRST_BEHIND ? 0 : 1;
        }
        return argument >>> 16 == 0 ? 2 : argument >>> 32 == 0 ? 4 : 8;
    }

    private void argument(long value, int size) {
        ensure(size);
        for (int shift = 8 * size - 8; shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (value >>> shift);
        }
    }

    private void ensure(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
