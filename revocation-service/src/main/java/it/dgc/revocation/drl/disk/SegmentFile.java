package it.dgc.revocation.drl.disk;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;

import it.dgc.revocation.drl.Segment;
import it.dgc.revocation.drl.hashes.RevokedHash;

/** A segment on disk: which places are taken, then the hash of each place. */
final class SegmentFile {

    private SegmentFile() {}

    static void write(Path file, Segment segment) throws IOException {
        byte[] taken = segment.taken().toByteArray();
        int places = segment.taken().length();
        Checksummed.write(file, Checksummed.bytes(out -> {
            out.writeInt(taken.length);
            out.write(taken);
            out.writeInt(places);
            out.write(segment.hashes(), 0, places * RevokedHash.BYTES);
        }));
    }

    static Segment read(Path file, int capacity) throws IOException {
        try (DataInputStream in = Checksummed.read(file)) {
            BitSet taken = BitSet.valueOf(in.readNBytes(in.readInt()));
            byte[] hashes = in.readNBytes(in.readInt() * RevokedHash.BYTES);
            return Segment.of(capacity, hashes, taken);
        }
    }
}
