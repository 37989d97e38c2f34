package it.dgc.revocation.drl.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

import it.dgc.revocation.drl.PackedText;

/**
 * One gzip member (RFC 1952) around a text that was deflated long before: the few bytes before and after it are stored
 * without compression, so that a new envelope costs no new compression. Not several members: some clients read only one.
 *
 * @param head what comes before the text
 * @param text deflated; shared, not changed by anybody
 * @param tail what comes behind it
 */
record GzipBody(byte[] head, byte[] text, byte[] tail) {

    /** Magic, deflate, no flags, no time, no extra flags, unknown system. */
    private static final byte[] HEADER = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};

    /** Bytes of a stored block before its content (RFC 1951, section 3.2.4). */
    private static final int STORED = 5;

    /** Bytes of checksum and length. */
    private static final int TRAILER = 8;

    /** @param before and {@code after}: less than 64 KiB each */
    static GzipBody of(byte[] before, PackedText text, byte[] after) {
        ByteBuffer head = buffer(HEADER.length + STORED + before.length).put(HEADER);
        stored(head, before, false);
        ByteBuffer tail = buffer(STORED + after.length + TRAILER);
        stored(tail, after, true);
        int checksum = Crc32Sum.of(crc(before), text.crc32(), text.length());
        tail.putInt(Crc32Sum.of(checksum, crc(after), after.length));
        tail.putInt(before.length + text.length() + after.length);
        return new GzipBody(head.array(), text.deflated(), tail.array());
    }

    int length() {
        return head.length + text.length + tail.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head);
        out.write(text);
        out.write(tail);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(length()).put(head).put(text).put(tail).array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
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
