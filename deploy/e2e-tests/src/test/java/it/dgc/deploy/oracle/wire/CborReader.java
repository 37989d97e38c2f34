package it.dgc.deploy.oracle.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * CBOR (RFC 8949, section 3) so far as certificates have it: integers as {@code Long}, byte and text strings, arrays, maps and tags,
 * all of definite length. A key that comes twice is a fault.
 */
final class CborReader {

    /** @param number of the tag */
    record Tagged(long number, Object content) {}

    private final ByteBuffer bytes;

    private CborReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** @return the one item that the bytes are */
    static Object read(byte[] bytes) throws BrokenCertificate {
        CborReader reader = new CborReader(bytes);
        try {
            Object item = reader.item();
            if (reader.bytes.hasRemaining()) {
                throw new BrokenCertificate("something behind the CBOR");
            }
            return item;
        } catch (BufferUnderflowException e) {
            throw new BrokenCertificate("the CBOR ends too early", e);
        }
    }

    private Object item() throws BrokenCertificate {
        int head = Byte.toUnsignedInt(bytes.get());
        long argument = argument(head & 0x1F);
        return switch (head >> 5) {
            case 0 -> argument;
            case 1 -> -1 - argument;
            case 2 -> string(argument);
            case 3 -> new String(string(argument), UTF_8);
            case 4 -> array(argument);
            case 5 -> map(argument);
            case 6 -> new Tagged(argument, item());
            default -> throw new BrokenCertificate("a kind of CBOR that no certificate has");
        };
    }

    private long argument(int info) throws BrokenCertificate {
        return switch (info) {
            case 24 -> Byte.toUnsignedLong(bytes.get());
            case 25 -> Short.toUnsignedLong(bytes.getShort());
            case 26 -> Integer.toUnsignedLong(bytes.getInt());
            case 27 -> bytes.getLong();
            case 28, 29, 30, 31 -> throw new BrokenCertificate("a length of CBOR that no certificate has");
            default -> info;
        };
    }

    private byte[] string(long length) throws BrokenCertificate {
        if (length < 0 || length > bytes.remaining()) {
            throw new BrokenCertificate("the CBOR ends too early");
        }
        byte[] string = new byte[(int) length];
        bytes.get(string);
        return string;
    }

    private List<Object> array(long length) throws BrokenCertificate {
        List<Object> items = new ArrayList<>();
        for (long i = 0; i < length; i++) {
            items.add(item());
        }
        return items;
    }

    private Map<Object, Object> map(long length) throws BrokenCertificate {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (long i = 0; i < length; i++) {
            Object key = item();
            if (entries.containsKey(key)) {
                throw new BrokenCertificate("a key of CBOR twice");
            }
            entries.put(key, item());
        }
        return entries;
    }
}
