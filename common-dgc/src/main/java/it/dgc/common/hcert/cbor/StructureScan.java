package it.dgc.common.hcert.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Walks over CBOR without building anything: well-formedness (RFC 8949, sections 3 and 5.3.1), depth and declared
 * lengths. Work and stack are bounded by the input's length and {@value #MAX_DEPTH} levels.
 */
final class StructureScan {

    /** Levels of arrays, maps and tags. A DCC within COSE within two tags needs 8. */
    static final int MAX_DEPTH = 32;

    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int SIMPLE = 7;
    private static final int ONE_BYTE = 24;
    private static final int EIGHT_BYTES = 27;
    private static final int INDEFINITE = 31;
    private static final int BREAK = 0xFF;
    /** RFC 8949, section 3.3, table 4: false, true, null, undefined. */
    private static final int FALSE = 0xF4;
    private static final int UNDEFINED = 0xF7;
    /** RFC 8949, section 3.3: a two-byte simple value below 32 is not well-formed. */
    private static final int FIRST_TWO_BYTE_SIMPLE = 32;

    private final byte[] bytes;
    private int at;

    StructureScan(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @return whether the bytes are exactly one well-formed item within the limits */
    boolean isOneItem() {
        return item(0) && at == bytes.length;
    }

    private boolean item(int depth) {
        if (at >= bytes.length) {
            return false;
        }
        int initial = Byte.toUnsignedInt(bytes[at++]);
        int major = initial >> 5;
        int info = initial & 0x1F;
        return info == INDEFINITE ? indefinite(major, depth) : definite(major, info, depth);
    }

    private boolean definite(int major, int info, int depth) {
        if (info > EIGHT_BYTES || remaining() < argumentBytes(info)) {
            return false;
        }
        long argument = argument(info);
        return switch (major) {
            case BYTES -> skip(argument);
            case TEXT -> text(argument);
            case ARRAY -> fits(argument, 1) && items(argument, depth + 1);
            case MAP -> fits(argument, 2) && items(2 * argument, depth + 1);
            case TAG -> depth < MAX_DEPTH && !isShared() && item(depth + 1);
            case SIMPLE -> info != ONE_BYTE || argument >= FIRST_TWO_BYTE_SIMPLE;
            default -> true;
        };
    }

    /** The library has one instance each of false, true, null and undefined: a tag on it would stay for all readers. */
    private boolean isShared() {
        return at < bytes.length && Byte.toUnsignedInt(bytes[at]) >= FALSE
                && Byte.toUnsignedInt(bytes[at]) <= UNDEFINED;
    }

    private boolean indefinite(int major, int depth) {
        return switch (major) {
            case BYTES, TEXT -> chunks(major);
            case ARRAY -> itemsUntilBreak(1, depth + 1);
            case MAP -> itemsUntilBreak(2, depth + 1);
            default -> false;
        };
    }

    private boolean items(long count, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        for (long item = 0; item < count; item++) {
            if (!item(depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean itemsUntilBreak(int together, int depth) {
        while (!isBreak()) {
            if (!items(together, depth)) {
                return false;
            }
        }
        at++;
        return depth <= MAX_DEPTH;
    }

    private boolean chunks(int major) {
        while (!isBreak()) {
            boolean sameKind = at < bytes.length && Byte.toUnsignedInt(bytes[at]) >> 5 == major;
            if (!sameKind || (bytes[at] & 0x1F) == INDEFINITE || !item(0)) {
                return false;
            }
        }
        at++;
        return true;
    }

    private boolean text(long length) {
        int from = at;
        return skip(length) && isUtf8(ByteBuffer.wrap(bytes, from, at - from));
    }

    private static boolean isUtf8(ByteBuffer text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(text);
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    private boolean skip(long length) {
        if (!fits(length, 1)) {
            return false;
        }
        at += (int) length;
        return true;
    }

    /** A count above 2^63 reads as negative. */
    private boolean fits(long count, int bytesEach) {
        return count >= 0 && count <= remaining() / bytesEach;
    }

    private boolean isBreak() {
        return at < bytes.length && Byte.toUnsignedInt(bytes[at]) == BREAK;
    }

    private int remaining() {
        return bytes.length - at;
    }

    private static int argumentBytes(int info) {
        return info < ONE_BYTE ? 0 : 1 << info - ONE_BYTE;
    }

    private long argument(int info) {
        if (info < ONE_BYTE) {
            return info;
        }
        long argument = 0;
        for (int end = at + argumentBytes(info); at < end; at++) {
            argument = argument << 8 | Byte.toUnsignedInt(bytes[at]);
        }
        return argument;
    }
}
