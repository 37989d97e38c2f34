package it.dgc.revocation.drl;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A text deflated once, so that it can stand in the middle of many gzip files (RFC 1951, RFC 1952): its blocks end on a
 * byte and refer to nothing before them, and its checksum can be combined with that of what is put around it.
 *
 * @param deflated blocks of which none is the last; not changed by anybody
 * @param crc32 checksum of the text
 * @param length bytes of the text
 */
public record PackedText(byte[] deflated, int crc32, int length) {

    static PackedText of(byte[] text) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setStrategy(Deflater.HUFFMAN_ONLY); // to look for repetitions costs five times as much, saves 5 %
            deflater.setInput(text);
            byte[] room = new byte[text.length + text.length / 1000 + 64];
            int used = 0;
            do { // the first call may do no more than take note of the strategy
                used += deflater.deflate(room, used, room.length - used, Deflater.SYNC_FLUSH);
            } while (!deflater.needsInput());
            CRC32 crc = new CRC32();
            crc.update(text);
            return new PackedText(Arrays.copyOf(room, used), (int) crc.getValue(), text.length);
        } finally {
            deflater.end();
        }
    }
}
