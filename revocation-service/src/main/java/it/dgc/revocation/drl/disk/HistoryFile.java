package it.dgc.revocation.drl.disk;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

import it.dgc.revocation.drl.History;
import it.dgc.revocation.drl.ListVersion;
import it.dgc.revocation.drl.hashes.HashIndex;
import it.dgc.revocation.drl.hashes.RevokedHash;

/** The history on disk: one record a version, each with its length before and its checksum behind it. */
final class HistoryFile {

    private final Path file;
    private final long oldest;
    private final long newest;
    private final long length;

    private HistoryFile(Path file, long oldest, long newest, long length) {
        this.file = file;
        this.oldest = oldest;
        this.newest = newest;
        this.length = length;
    }

    /** What stands behind {@code length} belongs to a version that was never finished. */
    static HistoryFile open(Path file, long length) {
        return new HistoryFile(file, -1, -1, length);
    }

    /** @return the file with everything up to {@code version} in it */
    static HistoryFile continued(HistoryFile before, Path directory, ListVersion version) throws IOException {
        History history = version.history();
        long newest = version.mark().version();
        if (before != null && before.newest == newest - 1 && before.oldest == history.oldest()) {
            return before.append(history, newest, newest);
        }
        Path file = directory.resolve("history-" + history.oldest() + "-" + newest);
        return new HistoryFile(file, history.oldest(), newest, 0).append(history, history.oldest(), newest);
    }

    private HistoryFile append(History history, long from, long to) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.position(length);
            for (long version = from; version <= to; version++) {
                byte[] record = record(history, version);
                ByteBuffer left = ByteBuffer.allocate(Integer.BYTES + record.length).putInt(record.length).put(record)
                        .flip();
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            }
            channel.force(true);
            return new HistoryFile(file, oldest, to, channel.position());
        }
    }

    /** The oldest version stands alone: what led to it is not kept. */
    private static byte[] record(History history, long version) throws IOException {
        int from = version == history.oldest() ? 0 : history.startAfter(version - 1);
        int to = history.startAfter(version);
        return Checksummed.bytes(out -> {
            out.writeLong(version);
            out.writeLong(history.publishedAt(version).toEpochMilli());
            out.writeInt(to - from);
            byte[] hash = new byte[RevokedHash.BYTES];
            for (int i = from; i < to; i++) {
                out.writeBoolean(history.isAddition(i));
                history.at(i).write(hash, 0);
                out.write(hash);
            }
        });
    }

    History read() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            History.Loading loading = new History.Loading();
            while (channel.position() < length) {
                byte[] record = next(channel, next(channel, Integer.BYTES).getInt()).array();
                load(Checksummed.opened(record, file), loading);
            }
            History history = loading.done();
            return history.overridingBefore(0, new HashIndex(history::at));
        }
    }

    private static void load(DataInputStream in, History.Loading loading) throws IOException {
        long version = in.readLong();
        Instant publishedAt = Instant.ofEpochMilli(in.readLong());
        for (int left = in.readInt(); left > 0; left--) {
            boolean added = in.readBoolean();
            loading.change(added, RevokedHash.at(in.readNBytes(RevokedHash.BYTES), 0));
        }
        loading.version(version, publishedAt);
    }

    private static ByteBuffer next(FileChannel channel, int bytes) throws IOException {
        if (bytes < 0 || bytes > channel.size()) {
            throw new IOException("a record of " + bytes + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("the history ends too early");
            }
        }
        return buffer.flip();
    }

    String name() {
        return file.getFileName().toString();
    }

    long length() {
        return length;
    }
}
