package it.dgc.revocation.drl.http;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

import it.dgc.revocation.drl.PackedText;

/**
 * One gzip member (RFC 1952) around a text that was deflated long before: the few bytes before and after it are stored
 * without compression, so that a new envelope costs no new compression. Not several members: some clients read only one.
 */
final class GzipBody {

    /** Magic, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};

    /** Bytes of a stored block before its content (RFC 1951, section 3.2.4). */
    private static final int STORED = 5;

    /** Bytes of checksum and length. */
    private static final int TRAILER = 8;

    private GzipBody() {}

    /** @param before and {@code after}: less than 64 KiB each */
    static byte[] of(byte[] before, PackedText text, byte[] after) {
        int size = HEADER.length + STORED + before.length + text.deflated().length + STORED + after.length + TRAILER;
        ByteBuffer body = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(HEADER);
        stored(body, before, false);
        body.put(text.deflated());
        stored(body, after, true);
        int checksum = Crc32Sum.of(crc(before), text.crc32(), text.length());
        body.putInt(Crc32Sum.of(checksum, crc(after), after.length));
        body.putInt(before.length + text.length() + after.length);
        return body.array();
    }

    private static void stored(ByteBuffer body, byte[] content, boolean last) {
        body.put((byte) (last ? 1 : 0)).putShort((short) content.length).putShort((short) ~content.length).put(content);
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
