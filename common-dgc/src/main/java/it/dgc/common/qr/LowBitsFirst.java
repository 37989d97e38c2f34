package it.dgc.common.qr;

import java.util.Arrays;

/** Bits in the order of RFC 1951, 3.1.1: the lowest of a byte is the first. */
final class LowBitsFirst {

    private final byte[] bytes;
    private int length;
    private long pending;
    private int pendingBits;

    /** @param capacity bytes that are enough */
    LowBitsFirst(int capacity) {
        bytes = new byte[capacity];
    }

    /**
     * @param value of no more than {@code bits} bits
     * @param bits 0 to 32
     */
    void write(long value, int bits) {
        pending |= value << pendingBits;
        for (pendingBits += bits; pendingBits >= Byte.SIZE; pendingBits -= Byte.SIZE) {
            bytes[length++] = (byte) pending;
            pending >>>= Byte.SIZE;
        }
    }

    /** Goes on with the next whole byte. */
    void fillByte() {
        write(0, -pendingBits & Byte.SIZE - 1);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
