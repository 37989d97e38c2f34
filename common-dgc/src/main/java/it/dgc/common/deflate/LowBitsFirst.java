package it.dgc.common.deflate;

import java.util.Arrays;

/** Bits in the order of RFC 1951, 3.1.1: the lowest of a byte is the first. */
public final class LowBitsFirst {

    private byte[] bytes;
    private int length;
    private long pending;
    private int pendingBits;

    /** @param capacity bytes that are enough */
    public LowBitsFirst(int capacity) {
        bytes = new byte[capacity];
    }

    /**
     * @param value of no more than {@code bits} bits
     * @param bits 0 to 32
     */
    public void write(long value, int bits) {
        pending |= value << pendingBits;
        for (pendingBits += bits; pendingBits >= Byte.SIZE; pendingBits -= Byte.SIZE) {
            bytes[length++] = (byte) pending;
            pending >>>= Byte.SIZE;
        }
    }

    /** Goes on with the next whole byte. */
    public void fillByte() {
        write(0, -pendingBits & Byte.SIZE - 1);
    }

    /**
     * Begins anew.
     *
     * @param capacity bytes that are enough
     */
    public void clear(int capacity) {
        bytes = bytes.length < capacity ? new byte[2 * capacity] : bytes;
        length = 0;
        pending = 0;
        pendingBits = 0;
    }

    /** @return how many whole bytes have been written */
    public int length() {
        return length;
    }

    /** @return the buffer itself, whose first {@link #length()} bytes have been written */
    public byte[] buffer() {
        return bytes;
    }

    /** @return a copy of what has been written */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
