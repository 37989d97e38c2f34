package it.dgc.revocation.drl.disk;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.VersionMark;
import it.dgc.revocation.drl.hashes.RevokedHash;

/** Says which files are the version. */
record Manifest(VersionMark mark, int chunkSize, List<String> segments, String history, long historyLength) {

    static final String NAME = "manifest";

    Manifest {
        segments = List.copyOf(segments);
    }

    static Optional<Manifest> read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = Checksummed.read(file)) {
            VersionMark mark = new VersionMark(in.readLong(), in.readLong(), Instant.ofEpochMilli(in.readLong()),
                    in.readInt(), RevokedHash.at(in.readNBytes(RevokedHash.BYTES), 0));
            int chunkSize = in.readInt();
            List<String> segments = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                segments.add(in.readUTF());
            }
            return Optional.of(new Manifest(mark, chunkSize, segments, in.readUTF(), in.readLong()));
        }
    }

    void write(Path directory) throws IOException {
        Path draft = directory.resolve(NAME + ".new");
        Checksummed.write(draft, Checksummed.bytes(out -> {
            out.writeLong(mark.version());
            out.writeLong(mark.position());
            out.writeLong(mark.publishedAt().toEpochMilli());
            out.writeInt(mark.total());
            byte[] sum = new byte[RevokedHash.BYTES];
            mark.sum().write(sum, 0);
            out.write(sum);
            out.writeInt(chunkSize);
            out.writeInt(segments.size());
            for (String segment : segments) {
                out.writeUTF(segment);
            }
            out.writeUTF(history);
            out.writeLong(historyLength);
        }));
        Files.move(draft, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Each file may be whole and yet not belong to the others. */
    void check(ListVersion version) throws IOException {
        List<RevokedHash> entries = version.entries();
        RevokedHash sum = entries.stream().reduce(RevokedHash.ZERO, RevokedHash::xor);
        if (entries.size() != mark.total() || !sum.equals(mark.sum()) || !version.history().endsWith(mark)) {
            throw new IOException("the files are not of one version");
        }
    }
}
